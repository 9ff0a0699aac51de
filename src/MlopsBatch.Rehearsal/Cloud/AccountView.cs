using MlopsBatch.Configuration;
using MlopsBatch.LocalCloud;
using MlopsBatch.LocalCloud.S3;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.Pipelines.Projects;
using MlopsBatch.Pipelines.Storage;
using MlopsBatch.Registry;
using MlopsBatch.Rehearsal.Accounts;
using MlopsBatch.Rehearsal.Deployments;

namespace MlopsBatch.Rehearsal.Cloud;

/// <summary>One account with its stack: what the people in it do, and what it has.</summary>
internal sealed class AccountView(RehearsedAccount account, DeployedStack stack, ModelProject project, bool isOnly)
{
    /// <summary>The name of its stack.</summary>
    public string Name => account.Stack;

    /// <summary>The name where it tells something: null if there is only this account.</summary>
    public string? Label => isOnly ? null : Name;

    public CloudAccount Account => stack.Account;

    public DeployedStack Stack => stack;

    public S3Bucket Bucket => Account.S3.Bucket(account.Bucket);

    public S3Layout Layout => project.Layout;

    public PipelineNames Pipelines { get; } = StackModel.Of(stack.Context)[0].Pipelines;

    /// <summary>What a version with tuned hyperparameters has to name before it is rolled out.</summary>
    public ReviewGate Gate => stack.Context.Settings.Gate();

    /// <summary>Whether a violation of this account's batches starts the training with HPO.</summary>
    public bool Retrains => stack.Context.Settings.RetrainOnViolation;

    /// <summary>The version that batch inference is deployed with; null if none, or if the account scores nothing.</summary>
    public int? DeployedVersion =>
        Has(AccountRole.Deploy) ? Deployments.DeployedVersion.Of(Account, Pipelines.BatchInference)?.Number : null;

    public bool Has(AccountRole role) => account.Has(role);

    /// <summary>What a data engineer does: stores a file as an object.</summary>
    public void Upload(string key, string file) => As("data-engineer").S3.Bucket(account.Bucket).Put(key, file);

    /// <inheritdoc cref="Upload"/>
    public void UploadText(string key, string text) => As("data-engineer").S3.Bucket(account.Bucket).PutText(key, text);

    /// <summary>The account as a person sees it, with the policies that the stack has for such people.</summary>
    public CloudAccount As(string person) => Account.As(stack.People[person]);
}
