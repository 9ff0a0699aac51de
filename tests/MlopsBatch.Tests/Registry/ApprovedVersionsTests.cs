using MlopsBatch.Faults;
using MlopsBatch.Registry;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Registry;

/// <summary>Versions are looked up before anything is declared.</summary>
public class ApprovedVersionsTests
{
    [Fact]
    public async Task Every_group_that_cannot_be_asked_is_in_the_one_fault()
    {
        var context = TestStacks.Context(change: settings => TestStacks.AddModel(settings, "wine", "wine@example.com"));

        var fault = await Should.ThrowAsync<FaultException>(() => ApprovedVersions.FindAsync(context, new Refusing()));

        fault.Message.ShouldBe(
            """
            MlopsBatch can't go on:
              MB0023 group abalone: refused
              MB0023 group wine: refused
            './mlops explain CODE' says more about each.
            """
        );
    }

    [Fact]
    public async Task A_stack_that_does_not_deploy_asks_nobody() =>
        await ApprovedVersions.FindAsync(TestStacks.Context("Pulumi.dev.yaml"), new Refusing());

    /// <summary>A model's first version was registered by hand: the model is on hold as before, the others are deployed.</summary>
    [Fact]
    public async Task A_version_that_lacks_something_stops_no_other_model()
    {
        var context = TwoModels();
        var registry = new Answering(question => question.Group == "wine" ? PassedOver(question, bySettings: false) : First(question));

        var found = await ApprovedVersions.FindAsync(context, registry);

        context.Settings.Models.Select(model => found.Of(model)?.Version).ShouldBe([1, null]);
        found.PassedOver.ShouldHaveSingleItem().Message.ShouldStartWith("wine/2: can't be deployed: why; no other version is approved. ");
    }

    /// <summary>A slip in settings.registry must not put all scoring on hold.</summary>
    [Fact]
    public async Task What_only_other_settings_could_deploy_stops_a_deployment_by_these()
    {
        var registry = new Answering(question => PassedOver(question, bySettings: true));

        var fault = await Should.ThrowAsync<FaultException>(() => ApprovedVersions.FindAsync(TwoModels(), registry));

        fault.Faults.Select(one => one.Message.Split(':')[0]).ShouldBe(["abalone/2", "wine/2"]);
    }

    /// <summary>After a decision the account's own settings are used again: they have deployed before.</summary>
    [Fact]
    public async Task A_group_that_was_not_handed_on_is_looked_up_and_stops_nothing()
    {
        var registry = new Answering(question => question.Group == "wine" ? PassedOver(question, bySettings: true) : First(question));
        var found = new Dictionary<string, ModelLookUp>();
        var context = TwoModels();
        foreach (var model in context.Settings.Models)
        {
            var question = ModelQuestion.Of(context, model);
            found[question.Group] = await registry.FindAsync(question);
        }

        var handedOn = HandedOnVersions.Of(found);
        var deployed = await ApprovedVersions.FindAsync(context, new ResolvedModels(handedOn.Versions, new(registry)));

        handedOn.Versions.Keys.ShouldBe(["abalone"]);
        handedOn.PassedOver["wine/2"].ShouldStartWith("version 2 can't be deployed: why. Give the model");
        context.Settings.Models.Select(model => deployed.Of(model)?.Version).ShouldBe([1, null]);
    }

    private static StackContext TwoModels() =>
        TestStacks.Context(change: settings => TestStacks.AddModel(settings, "wine", "wine@example.com"));

    private static ModelLookUp First(ModelQuestion question) =>
        ModelLookUp.Of(new($"{question.Group}/1", 1, question.Readable + "m", "s3://s", "s3://c"));

    private static ModelLookUp PassedOver(ModelQuestion question, bool bySettings) =>
        new(null, [new($"{question.Group}/2", "why", bySettings)]);

    private sealed class Refusing : IApprovedModels
    {
        public Task<ModelLookUp> FindAsync(ModelQuestion question) =>
            throw new FaultException(new Fault(FaultCatalogue.RegistryLookUp, $"group {question.Group}: refused"));
    }

    private sealed class Answering(Func<ModelQuestion, ModelLookUp> answer) : IApprovedModels
    {
        public Task<ModelLookUp> FindAsync(ModelQuestion question) => Task.FromResult(answer(question));
    }
}
