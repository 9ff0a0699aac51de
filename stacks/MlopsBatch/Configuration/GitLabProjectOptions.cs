using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;

namespace MlopsBatch.Configuration;

/// <summary>The GitLab project whose pipeline rolls out what was approved.</summary>
public sealed record GitLabProjectOptions
{
    /// <summary>Address of GitLab, with the path below which it lies, if any.</summary>
    [
        Pattern("^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$", "an https address without query"),
        Example("https://gitlab.example.com")
    ]
    public string Url { get; init; } = "https://gitlab.com";

    /// <summary>Number or path (<c>group/project</c>).</summary>
    [
        Required,
        Scalar,
        Pattern("^([0-9]+|[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+)$", "a project number or a path such as group/project"),
        Example("group/project")
    ]
    public string Project { get; init; } = "";

    /// <summary>Branch or tag whose pipeline runs.</summary>
    [Pattern("^[A-Za-z0-9._/-]{1,255}$", "a branch or tag name"), Example("main")]
    public string Ref { get; init; } = "main";

    /// <summary>
    /// How the pipeline is started: <c>trigger</c> by a trigger token, <c>pipeline</c> by the API with inputs, where trigger variables
    /// are refused.
    /// </summary>
    public GitLabMode Mode { get; init; } = GitLabMode.Trigger;

    /// <summary>Name of the secret that holds the token. The stack declares it without a value.</summary>
    [
        Pattern("^[A-Za-z0-9/_+=.@-]{1,512}$", "a Secrets Manager name: letters, digits or / _ + = . @ -"),
        Example("mlops-batch/gitlab-token")
    ]
    public string TokenSecretName { get; init; } = "mlops-batch/gitlab-token";

    /// <summary>
    /// PEM file in the project with the certificate authorities of a self-managed GitLab; they take the place of the public
    /// ones.
    /// </summary>
    [
        Pattern(
            "^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$",
            "a path below the project's root such as certificates/gitlab.pem"
        ),
        Example("certificates/gitlab.pem")
    ]
    public string? CaFile { get; init; }

    /// <summary>The VPC from which a private GitLab is reached; it needs a way to the AWS APIs, too. Left out: no VPC.</summary>
    public NetworkOptions? Network { get; init; }
}
