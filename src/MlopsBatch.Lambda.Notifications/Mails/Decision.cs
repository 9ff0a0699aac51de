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

    /// <summary>The event isn't of the shape it claims; the raw event goes to the operators.</summary>
    public sealed record NotUnderstood(string Reason) : Decision;
}
