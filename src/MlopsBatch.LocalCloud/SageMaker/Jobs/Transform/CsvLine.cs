namespace MlopsBatch.LocalCloud.SageMaker.Jobs.Transform;

/// <summary>One CSV record in UTF-8. Columns are cut out as they are, quotes included.</summary>
internal static class CsvLine
{
    /// <summary>Where the columns are.</summary>
    public static void Split(ReadOnlySpan<byte> line, List<Range> columns)
    {
        columns.Clear();
        var start = 0;
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                columns.Add(start..i);
                start = i + 1;
            }
        }
        columns.Add(start..line.Length);
    }

    /// <summary>Writes the chosen columns.</summary>
    public static void Write(ReadOnlySpan<byte> line, IReadOnlyList<Range> columns, IEnumerable<int> chosen, MemoryStream target)
    {
        var first = true;
        foreach (var index in chosen)
        {
            if (!first)
            {
                target.WriteByte((byte)',');
            }
            first = false;
            target.Write(line[columns[index]]);
        }
    }
}
