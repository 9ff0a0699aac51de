namespace MlopsBatch.LocalCloud.Access;

/// <summary>A principal and what policies can ask about its call.</summary>
/// <param name="Principal">Who calls.</param>
public sealed record Caller(Principal Principal)
{
    /// <summary><c>aws:SourceArn</c>: the resource for which a service calls; null for people and roles.</summary>
    public string? SourceArn { get; init; }

    /// <summary><c>aws:SourceAccount</c>: that resource's account.</summary>
    public string? SourceAccount { get; init; }

    /// <summary><c>kms:ViaService</c> and <c>aws:CalledVia</c>: the service that calls on behalf of the principal, such as <c>s3</c>;
    /// null if none.</summary>
    public string? Via { get; init; }

    /// <summary><c>aws:SecureTransport</c>: whether the call comes by TLS.</summary>
    public bool IsEncrypted { get; init; } = true;

    /// <summary>A service of AWS that acts for one resource.</summary>
    /// <param name="host">For example <c>events.amazonaws.com</c>.</param>
    /// <param name="sourceArn">The resource, for example a rule.</param>
    /// <param name="sourceAccount">Its account.</param>
    public static Caller Service(string host, string sourceArn, string sourceAccount) =>
        new(Principal.Service(host)) { SourceArn = sourceArn, SourceAccount = sourceAccount };

    public override string ToString() => Principal.ToString();
}
