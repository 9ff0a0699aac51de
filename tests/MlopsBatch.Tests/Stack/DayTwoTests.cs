using System.Text.Json.Nodes;
using MlopsBatch.Inspection;
using MlopsBatch.Inspection.Declared;

namespace MlopsBatch.Tests.Stack;

/// <summary>What a change does to a stack that is there: two evaluations, compared by URN. docs/day-2.md says it to people.</summary>
public class DayTwoTests
{
    private const string NewKey = "arn:aws:kms:eu-west-1:111122223333:key/99999999-2222-3333-4444-555555555555";
    private const string OldKey = "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555";

    [Fact]
    public async Task Taking_a_key_of_ones_own_gives_up_the_stacks_and_nothing_else()
    {
        var change = await ChangeAsync(_ => { }, settings => settings["bucket"]!["kmsKeyArn"] = NewKey);
        change.Removed.ShouldBe(["Key data", "Alias data"], ignoreOrder: true);
        change.RemovedProtected.ShouldBe(["Key data"]);
        change.Added.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_encrypted_with_the_former_key_stays_readable()
    {
        var stack = new DeclaredStack(
            await TestStacks.EvaluateAsync(change: settings =>
            {
                settings["bucket"]!["kmsKeyArn"] = NewKey;
                settings["bucket"]!["formerKmsKeyArns"] = new JsonArray(OldKey);
            })
        );
        var readers = Holders(stack, "kms:Decrypt", NewKey);
        readers.ShouldNotBeEmpty();
        Holders(stack, "kms:Decrypt", OldKey).ShouldBe(readers);
        Holders(stack, "kms:GenerateDataKey", OldKey).ShouldBeEmpty("nothing new is encrypted with it");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Removing_a_model_removes_what_is_its_own(int index)
    {
        var change = await ChangeAsync(SixModels, settings => ((JsonArray)settings["models"]!).RemoveAt(index), SixModels);
        var name = index == 0 ? "abalone" : $"model-{index}";
        change.RemovedResources.ShouldContain(resource => resource.Type == ResourceTypes.Pipeline);
        // The rules that models share are numbered by fours; the last one goes when it has no model left.
        change.RemovedResources.ShouldAllBe(resource =>
            resource.Urn.Contains("ModelProject$") && resource.Name.StartsWith(name) || resource.Type == ResourceTypes.Subscription
        );
        change.RemovedProtected.ShouldBe([$"ModelPackageGroup {name}"]);
        change.Added.ShouldBeEmpty();
    }

    [Fact]
    public async Task Renaming_a_model_is_a_new_model_and_the_end_of_the_old_one()
    {
        var change = await ChangeAsync(_ => { }, settings => settings["models"]![0]!["name"] = "shells");
        change.RemovedResources.ShouldAllBe(resource => resource.Urn.Contains("ModelProject$"));
        change.RemovedProtected.ShouldBe(["ModelPackageGroup abalone"]);
        change
            .Added.Order(StringComparer.Ordinal)
            .ShouldBe(change.Removed.Select(name => name.Replace("abalone", "shells")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Moving_inference_out_to_accounts_of_its_own_loses_no_data_and_no_version()
    {
        var change = await ChangeAsync(
            _ => { },
            settings =>
            {
                settings["roles"] = new JsonArray("registry", "build");
                settings["deployAccounts"] = new JsonArray("222233334444", "444455556666");
            }
        );
        change.RemovedProtected.ShouldBeEmpty();
        change
            .RemovedResources.Where(resource => resource.Type == ResourceTypes.Pipeline)
            .Select(resource => resource.Name)
            .ShouldBe(["abalone-batch-inference"]);
        change.Added.ShouldContain("EventBus violations");
        change.Added.ShouldContain("Role registry-reader");
    }

    [Fact]
    public async Task Recreating_keeps_everything_but_the_pipelines()
    {
        var before = await TestStacks.EvaluateAsync(change: settings => settings["recreatePipelines"] = true, runId: "1");
        var after = await TestStacks.EvaluateAsync(change: settings => settings["recreatePipelines"] = true, runId: "2");
        var change = new Change(before, after);
        (change.Removed.Count, change.Added.Count).ShouldBe((0, 0));
        change.Altered.ShouldAllBe(resource => resource.Type == ResourceTypes.Pipeline);
    }

    [Fact]
    public async Task What_a_default_destruction_leaves_is_data_history_and_their_guards()
    {
        var stack = await TestStacks.EvaluateAsync("dev");
        stack
            .Resources.Where(resource => resource.Protect && !resource.IsComponent)
            .Select(resource => ResourceTypes.ShortName(resource.Type))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "Bucket",
                "BucketLifecycleConfiguration",
                "BucketLogging",
                "BucketOwnershipControls",
                "BucketPolicy",
                "BucketPublicAccessBlock",
                "BucketServerSideEncryptionConfiguration",
                "BucketVersioning",
                "Key",
                "LogGroup",
                "ModelPackageGroup",
                "ModelPackageGroupPolicy",
                "Secret",
            ]);
    }

    private static void SixModels(JsonObject settings)
    {
        for (var i = 1; i < 6; i++)
        {
            TestStacks.AddModel(settings, $"model-{i}", "ds@example.com");
        }
    }

    private static List<string> Holders(DeclaredStack stack, string action, string key) =>
        [
            .. stack
                .Statements.Where(statement => statement.IsAllow && statement.Actions.Contains(action) && statement.Resources.Contains(key))
                .Select(statement => statement.Owner)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static async Task<Change> ChangeAsync(Action<JsonObject> before, Action<JsonObject> after, Action<JsonObject>? first = null) =>
        new(
            await TestStacks.EvaluateAsync(change: before),
            await TestStacks.EvaluateAsync(change: settings =>
            {
                first?.Invoke(settings);
                after(settings);
            })
        );

    /// <summary>
    /// What Pulumi would do: URNs that go are deleted, URNs that come are made, the others are updated where they differ.
    /// </summary>
    private sealed class Change(EvaluatedStack before, EvaluatedStack after)
    {
        public IReadOnlyList<RecordedResource> RemovedResources { get; } = Only(before, after);

        public IReadOnlyList<string> Removed => [.. RemovedResources.Select(resource => resource.Title)];

        /// <summary>Pulumi refuses to delete these; the update stops before it changes anything.</summary>
        public IReadOnlyList<string> RemovedProtected =>
            [.. RemovedResources.Where(resource => resource.Protect).Select(resource => resource.Title)];

        public IReadOnlyList<string> Added { get; } = [.. Only(after, before).Select(resource => resource.Title)];

        public IReadOnlyList<RecordedResource> Altered { get; } =
        [
            .. from resource in after.Resources
            join old in before.Resources on resource.Urn equals old.Urn
            where !JsonNode.DeepEquals(resource.Inputs, old.Inputs)
            select resource,
        ];

        /// <summary>Scripts stay in the bucket whatever happens, and have their content's hash for a name.</summary>
        private static IReadOnlyList<RecordedResource> Only(EvaluatedStack one, EvaluatedStack other)
        {
            var known = other.Resources.Select(resource => resource.Urn).ToHashSet();
            return [.. one.Resources.Where(resource => !resource.IsComponent && !resource.RetainOnDelete && !known.Contains(resource.Urn))];
        }
    }
}
