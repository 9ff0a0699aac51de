namespace MlopsBatch.Rehearsal.People;

/// <summary>Asks the person at the terminal: shows the mail, and takes approve, reject or skip and a comment.</summary>
/// <param name="input">What the person types.</param>
/// <param name="output">What the person reads.</param>
public sealed class AskedDataScientist(TextReader input, TextWriter output) : IDataScientist
{
    private const int ShownLines = 40;

    /// <inheritdoc/>
    public async Task<VersionDecision?> DecideAsync(VersionQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        await output.WriteLineAsync();
        if (question.Mail is var (subject, body))
        {
            await output.WriteLineAsync($"Subject: {subject}");
            await output.WriteLineAsync();
            foreach (var line in body.Split('\n').Take(ShownLines))
            {
                await output.WriteLineAsync($"  {line}");
            }

            await output.WriteLineAsync();
        }

        await output.WriteLineAsync(question.Occasion);
        var suggested = question.Suggestion.IsApproved ? "approve" : "reject";
        while (true)
        {
            var word = await AskAsync($"Version {question.Version}: approve, reject or skip? [{suggested}] ", cancellation);
            switch (word?.ToLowerInvariant())
            {
                case null or "skip" or "s":
                    return null;
                case "":
                    return await CommentAsync(question.Suggestion, cancellation);
                case "approve" or "a":
                    return await CommentAsync(question.Suggestion with { IsApproved = true }, cancellation);
                case "reject" or "r":
                    return await CommentAsync(question.Suggestion with { IsApproved = false }, cancellation);
                default:
                    await output.WriteLineAsync($"\"{word}\" is none of approve, reject and skip (a, r, s).");
                    break;
            }
        }
    }

    private async Task<VersionDecision> CommentAsync(VersionDecision decision, CancellationToken cancellation) =>
        await AskAsync($"Comment: [{decision.Comment}] ", cancellation) is { Length: > 0 } comment
            ? decision with
            {
                Comment = comment,
            }
            : decision;

    /// <returns>What was typed; null if there is nobody any more.</returns>
    private async Task<string?> AskAsync(string prompt, CancellationToken cancellation)
    {
        await output.WriteAsync(prompt.AsMemory(), cancellation);
        await output.FlushAsync(cancellation);
        return (await Task.Run(input.ReadLine, cancellation).WaitAsync(cancellation))?.Trim();
    }
}
