namespace MlopsBatch.Configuration;

/// <summary>How the approval function starts the deploy pipeline.</summary>
public enum GitLabMode
{
    /// <summary><c>POST /projects/:id/trigger/pipeline</c> with a trigger token.</summary>
    Trigger,

    /// <summary>
    /// <c>POST /projects/:id/pipeline</c> with an access token and declared inputs, for projects that refuse trigger variables.
    /// </summary>
    Pipeline,
}
