namespace MlopsBatch.Lambda.Notifications.Mails;

/// <summary>What an event leads to.</summary>
public abstract record Decision
{
    private Decision() { }

    public static implicit operator Decision(Mail mail) => new Send(mail);

    /// <summary>People are told.</summary>
    public sealed record Send(Mail Mail) : Decision;

    /// <summary>The event is understood and calls for no mail.</summary>
    public sealed record Ignore(string Reason) : Decision;

    /// <summary>The event is understood and something was done about it, of which an audit event of its own tells people.</summary>
    /// <param name="Outcome">What became of it, as the log has it, such as <c>started</c>.</param>
    /// <param name="What">The same in words.</param>
    /// <param name="Model">The model's name in the settings.</param>
    public sealed record Act(string Outcome, string What, string Model) : Decision;

    /// <summary>The event isn't of the shape it claims; the raw event goes to the operators.</summary>
    public sealed record NotUnderstood(string Reason) : Decision;
}
