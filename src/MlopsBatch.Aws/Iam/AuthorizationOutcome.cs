namespace MlopsBatch.Aws.Iam;

/// <summary>How a request is judged.</summary>
public enum AuthorizationOutcome
{
    /// <summary>It may pass.</summary>
    Allowed,

    /// <summary>Nothing allows it.</summary>
    ImplicitDeny,

    /// <summary>A statement denies it.</summary>
    ExplicitDeny,

    /// <summary>It depends on something that this evaluator doesn't know; never to be taken for allowed.</summary>
    NotJudged,
}
