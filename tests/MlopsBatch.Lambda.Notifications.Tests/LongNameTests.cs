using MlopsBatch.Events.SageMaker;
using MlopsBatch.Lambda.Notifications.Tests.Support;
using MlopsBatch.Pipelines.Names;
using MlopsBatch.TestSupport.Events;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>A model whose name is as long as may be: AWS's names of its resources are cut, and end in a hash.</summary>
public sealed class LongNameTests
{
    [Fact]
    public async Task A_lost_violation_is_handed_over_as_a_tuning_all_the_same()
    {
        var wiring = Wiring.LongName;
        wiring.Scene.Model.Length.ShouldBe(40);
        var rig = new Rig { Settings = wiring.Settings };
        var violation = EventTemplates.Step(
            wiring.Scene,
            PipelineKind.BatchInference,
            StepNames.ModelQualityViolation,
            ExecutionStatuses.Failed,
            "mse"
        );

        await rig.SendAsync(wiring.Undelivered($"{wiring.Scene.Model}-retraining", violation, "NO_PERMISSIONS", "not authorized"));

        rig.Mails.ShouldHaveSingleItem().Subject.ShouldContain("no tuning started after a quality violation");
    }
}
