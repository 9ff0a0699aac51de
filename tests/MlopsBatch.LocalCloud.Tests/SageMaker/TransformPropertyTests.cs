using System.Text;
using CsCheck;
using MlopsBatch.LocalCloud.SageMaker.Jobs.Transform;

namespace MlopsBatch.LocalCloud.Tests.SageMaker;

public class TransformPropertyTests
{
    private const int MaxBytes = 64;

    private static readonly Gen<string> Lines = Gen.Char["ab,\"\r"]
        .Array[0, 30]
        .Select(chars => new string(chars))
        .Array[0, 20]
        .Select(lines => string.Join('\n', lines));

    [Fact]
    public void Requests_put_together_are_the_object_and_none_is_too_large() =>
        Gen.Select(Lines, Gen.Bool)
            .Sample(
                (text, single) =>
                {
                    var (bytes, records, sizes) = Read(text, byLine: true, single);
                    return bytes == text
                        && sizes.TrueForAll(size => size <= MaxBytes)
                        && records.SequenceEqual(
                            text.Split('\n')
                                .SkipLast(text.EndsWith('\n') || text.Length == 0 ? 1 : 0)
                                .Select(line => line.EndsWith('\r') ? line[..^1] : line)
                        )
                        && (!single || sizes.Count == records.Count);
                }
            );

    [Fact]
    public void As_many_records_go_together_as_fit() =>
        Lines.Sample(text =>
        {
            var start = 0;
            foreach (var size in Read(text, byLine: true, single: false).Sizes)
            {
                var next = start + size;
                var end = text.IndexOf('\n', next);
                if (next < text.Length && size + (end < 0 ? text.Length : end + 1) - next <= MaxBytes)
                {
                    return false;
                }
                start = next;
            }
            return true;
        });

    [Fact]
    public void A_record_that_does_not_fit_is_an_error() =>
        Should
            .Throw<RecordException>(() => Read(new string('x', MaxBytes + 1), byLine: true, single: false))
            .Message.ShouldStartWith("a record is larger than MaxPayloadInMB");

    [Fact]
    public void A_run_of_columns_is_pythons_slice() =>
        Gen.Select(Gen.Int[-6, 6].Nullable(), Gen.Int[-6, 6].Nullable(), Gen.Int[0, 5])
            .Sample(
                (from, to, count) =>
                {
                    var start = Bound(from ?? 0, count);
                    var end = Bound(to ?? count, count);
                    return JsonPath
                        .Parse($"$[{from}:{to}]", "InputFilter")
                        .Columns(count)
                        .SequenceEqual(Enumerable.Range(0, count).Where(index => index >= start && index < end));
                }
            );

    [Fact]
    public void Cutting_all_columns_and_writing_them_gives_the_line_back() =>
        Gen.Char["ab,\" "]
            .Array[0, 30]
            .Select(chars => new string(chars))
            .Sample(line =>
            {
                var bytes = Encoding.UTF8.GetBytes(line);
                var columns = new List<Range>();
                CsvLine.Split(bytes, columns);
                var written = new MemoryStream();
                CsvLine.Write(bytes, columns, Enumerable.Range(0, columns.Count), written);
                return Encoding.UTF8.GetString(written.ToArray()) == line;
            });

    private static int Bound(int position, int count) => position < 0 ? count + position : position;

    private static (string Bytes, List<string> Records, List<int> Sizes) Read(string text, bool byLine, bool single)
    {
        var reader = new RecordReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), byLine, single, MaxBytes);
        var all = new StringBuilder();
        var records = new List<string>();
        var sizes = new List<int>();
        while (reader.NextAsync(CancellationToken.None).GetAwaiter().GetResult() is { } batch)
        {
            var content = Encoding.UTF8.GetString(batch.Bytes.Span);
            all.Append(content);
            records.AddRange(batch.Records.Select(range => content[range]));
            sizes.Add(batch.Bytes.Length);
        }
        return (all.ToString(), records, sizes);
    }
}
