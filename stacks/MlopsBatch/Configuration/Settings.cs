using System.ComponentModel.DataAnnotations;
using MlopsBatch.Configuration.Binding;
using MlopsBatch.Pipelines.Names;

namespace MlopsBatch.Configuration;

/// <summary>The one structured configuration key, <c>mlops-batch:settings</c>: everything that an account is told.</summary>
public sealed record Settings
{
    /// <summary>What this account is for: <c>registry</c>, <c>build</c>, <c>deploy</c>, or several of them.</summary>
    [Required, Example("[\"registry\",\"build\",\"deploy\"]")]
    public IReadOnlyList<AccountRole> Roles { get; init; } = [];

    /// <summary>The bucket that holds data, scripts and models; key and role for the jobs.</summary>
    [Required, Example("{\"name\":\"my-company-mlops\"}")]
    public BucketOptions Bucket { get; init; } = new();

    /// <summary>The VPC that every job is attached to. Needed by the <c>build</c> and <c>deploy</c> roles.</summary>
    public NetworkOptions? Network { get; init; }

    public IamOptions Iam { get; init; } = new();

    public NotificationOptions Notifications { get; init; } = new();

    /// <summary>The project whose pipeline deploys. Needed by the <c>registry</c> role.</summary>
    public GitLabProjectOptions? GitLab { get; init; }

    /// <summary>
    /// Where the approved versions are. Needed by the <c>deploy</c> and <c>build</c> roles in accounts without the
    /// <c>registry</c> role; the registry's stack prints it to paste.
    /// </summary>
    public RegistryOptions? Registry { get; init; }

    /// <summary>Accounts that deploy what is approved here: they may read groups, artifacts and key, and send quality violations.</summary>
    [Scalar, Pattern(Patterns.Account, Patterns.AccountNeeds), Example("444455556666")]
    public IReadOnlyList<string> DeployAccounts { get; init; } = [];

    /// <summary>Accounts that build models and register them here, where the registry is an account of its own.</summary>
    [Scalar, Pattern(Patterns.Account, Patterns.AccountNeeds), Example("444455556666")]
    public IReadOnlyList<string> BuildAccounts { get; init; } = [];

    /// <summary>Tags of every resource that takes tags; <c>owner</c> and <c>costCenter</c> are worth having.</summary>
    [StringLength(256)]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The person or team that runs this stack; becomes the tag <c>userId</c>.</summary>
    [Pattern("^[A-Za-z0-9._@-]{1,64}$", "1 to 64 letters, digits, '.', '_', '@' or '-'"), Example("a12345")]
    public string? UserId { get; init; }

    /// <summary>Days that log groups keep their lines. The audit log keeps at least 365.</summary>
    [
        AllowedValues(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653),
        Example("365")
    ]
    public int LogRetentionDays { get; init; } = 365;

    /// <summary>Replaces the pipelines on each GitLab run; their execution history goes with them. Never the registry group.</summary>
    public bool RecreatePipelines { get; init; }

    /// <summary>
    /// Puts <c>data/training-data.csv</c> in place after the trigger exists, so that it fires (a new bucket's events may take
    /// five minutes to begin: if nothing starts, put it again). Turning it off deletes nothing.
    /// </summary>
    public bool UploadTrainingData { get; init; }

    /// <summary>
    /// Puts <c>data/inference-data.csv</c> in place after the trigger exists, so that it fires; while no version is approved
    /// the trigger is off, and the deployment that turns it on puts the file again. Turning it off deletes nothing.
    /// </summary>
    public bool UploadInferenceData { get; init; }

    /// <summary>Whether a model-quality violation in this account starts tuning, here or in the registry's account.</summary>
    public bool RetrainOnViolation { get; init; } = true;

    /// <summary>Whether a model whose hyperparameters were tuned rolls out only after a named review.</summary>
    public bool RequireReview { get; init; } = true;

    /// <summary>What such a review's reference looks like.</summary>
    public ReviewOptions Review { get; init; } = new();

    /// <summary>EventBridge rules that a bus of this account may hold (300 unless AWS raised it; 100 in some regions).</summary>
    [Range(10, 100000), Example("300")]
    public int EventRuleQuota { get; init; } = 300;

    /// <summary>Concurrency reserved for each function; left out, none is reserved and the account's pool is shared.</summary>
    [Range(1, 100), Example("5")]
    public int? ReservedConcurrency { get; init; }

    /// <summary>Id of the SageMaker Studio domain, for links in mails straight into it; left out, they lead to the console.</summary>
    [Pattern("^d-[a-z0-9]{1,60}$", "a Studio domain id such as d-abcdefghijkl"), Example("d-abcdefghijkl")]
    public string? StudioDomainId { get; init; }

    /// <summary>Lets a real deployment run on the stand-ins of <c>offline/</c>, for registries that carry no Pulumi packages.</summary>
    public bool AllowOfflinePackages { get; init; }

    /// <summary>Demands of the security checklist that this stack doesn't meet on purpose, each with a name and a last day.</summary>
    public IReadOnlyList<WaiverOptions> Waivers { get; init; } = [];

    /// <summary>The models that this account trains, keeps or runs.</summary>
    [Required, Example("[{\"name\":\"abalone\",\"responsible\":[\"ds@example.com\"],\"metric\":{\"name\":\"mse\",\"threshold\":10}}]")]
    public IReadOnlyList<ModelOptions> Models { get; init; } = [];

    /// <summary>Whether this account has the role.</summary>
    public bool Has(AccountRole role) => Roles.Contains(role);

    /// <summary>
    /// Whether a violated quality threshold of this account's batches starts tuning: here, or over the bus of the account that builds.
    /// </summary>
    public bool StartsTuning() => RetrainOnViolation && (Has(AccountRole.Build) || Registry?.EventBusArn is not null);

    /// <summary>What a version with tuned hyperparameters has to name before it is deployed.</summary>
    public ReviewGate Gate() => new(RequireReview, Review.Pattern);
}
