using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Transform;

/// <summary>
/// DataProcessing: what of each record goes to the model, and what of record and prediction goes to the output.
/// Source: https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform-data-processing.html
/// </summary>
internal sealed class RecordFilter(TransformRequest request)
{
    private readonly List<Range> _columns = [];

    /// <summary>The request's body after the input filter.</summary>
    public ReadOnlyMemory<byte> ToModel(RecordBatch batch)
    {
        if (request.InputFilter.IsWhole)
        {
            return batch.Bytes;
        }
        var body = new MemoryStream(batch.Bytes.Length);
        foreach (var record in batch.Records)
        {
            var line = batch.Bytes.Span[record];
            if (request.IsCsv)
            {
                CsvLine.Split(line, _columns);
                CsvLine.Write(line, _columns, request.InputFilter.Columns(_columns.Count), body);
            }
            else
            {
                body.Write(Encoding.UTF8.GetBytes(request.InputFilter.Take(Parse(line, "a record"))?.ToJsonString() ?? "null"));
            }
            if (request.SplitByLine)
            {
                body.WriteByte((byte)'\n');
            }
        }
        return body.ToArray();
    }

    /// <summary>What goes to the output for one request.</summary>
    /// <exception cref="RecordException">There are not as many predictions as records.</exception>
    public void ToOutput(RecordBatch batch, byte[] answer, Stream output)
    {
        if (!request.NeedsRecords)
        {
            output.Write(answer);
            if (request.AssembleByLine && answer is [.., not (byte)'\n'])
            {
                output.WriteByte((byte)'\n');
            }
            return;
        }
        var predictions = request.SplitByLine ? Lines(answer) : [0..answer.Length];
        if (predictions.Count != batch.Records.Count)
        {
            throw new RecordException(
                $"the model answered {batch.Records.Count} records with {predictions.Count} predictions, so they can't be "
                    + "joined or filtered"
            );
        }
        var line = new MemoryStream();
        for (var i = 0; i < predictions.Count; i++)
        {
            line.SetLength(0);
            if (request.IsCsv)
            {
                JoinCsv(batch.Bytes.Span[batch.Records[i]], answer.AsSpan(predictions[i]), line);
            }
            else
            {
                line.Write(JoinJson(batch.Bytes.Span[batch.Records[i]], answer.AsSpan(predictions[i])));
            }
            if (request.AssembleByLine)
            {
                line.WriteByte((byte)'\n');
            }
            line.WriteTo(output);
        }
    }

    private void JoinCsv(ReadOnlySpan<byte> record, ReadOnlySpan<byte> prediction, MemoryStream target)
    {
        var joined = new MemoryStream();
        if (request.Join)
        {
            joined.Write(record);
            joined.WriteByte((byte)',');
        }
        joined.Write(prediction);
        var whole = joined.GetBuffer().AsSpan(0, (int)joined.Length);
        CsvLine.Split(whole, _columns);
        CsvLine.Write(whole, _columns, request.OutputFilter.Columns(_columns.Count), target);
    }

    private byte[] JoinJson(ReadOnlySpan<byte> record, ReadOnlySpan<byte> prediction)
    {
        var result = Parse(prediction, "a prediction");
        if (request.Join)
        {
            var input = Parse(record, "a record");
            var joined = input as JsonObject ?? new JsonObject { ["SageMakerInput"] = input };
            joined["SageMakerOutput"] = result;
            result = joined;
        }
        return Encoding.UTF8.GetBytes(request.OutputFilter.Take(result)?.ToJsonString() ?? "null");
    }

    private static JsonNode? Parse(ReadOnlySpan<byte> text, string what)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException error)
        {
            throw new RecordException($"{what} is no JSON: {error.Message}");
        }
    }

    private static List<Range> Lines(ReadOnlySpan<byte> text)
    {
        var lines = new List<Range>();
        for (var start = 0; start < text.Length;)
        {
            var newLine = text[start..].IndexOf((byte)'\n');
            var end = newLine < 0 ? text.Length : start + newLine;
            lines.Add(start..(end > start && text[end - 1] == '\r' ? end - 1 : end));
            start = end + 1;
        }
        return lines;
    }
}
