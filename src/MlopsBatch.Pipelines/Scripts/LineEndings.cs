namespace MlopsBatch.Pipelines.Scripts;

internal static class LineEndings
{
    /// <summary>CRLF becomes LF; content with a zero byte is no text and stays as it is (git's own rule).</summary>
    public static byte[] ToLf(byte[] content)
    {
        if (content.AsSpan().Contains((byte)0))
        {
            return content;
        }

        var result = new List<byte>(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            var endsLine = content[i] == '\r' && i + 1 < content.Length && content[i + 1] == '\n';
            if (!endsLine)
            {
                result.Add(content[i]);
            }
        }

        return [.. result];
    }
}
