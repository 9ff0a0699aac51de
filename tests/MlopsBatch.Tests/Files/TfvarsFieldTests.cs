using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Faults;

namespace MlopsBatch.Tests.Files;

/// <summary>Variables files as people have them: filled in with a placeholder left, with "None", and half filled in.</summary>
public class TfvarsFieldTests
{
    private const string Given = """
        bucket_name         =       "team-bucket"
        bucket_prefix       =       "shared/scoring"
        bucket_train_prefix =       "training/data/raw"
        bucket_inf_prefix   =       "batch-scoring/data/raw"
        email_recipient     =       ["someone@example.com"]
        user_id             =       "111122223333"

        custom_notification_config = [
          {
            step_name           =   "ModelRegisterStep"
            step_status         =   "Succeeded"
            step_custom_message =   "Registered: see \"ModelRegisterStep\"."
          }
        ]

        """;

    private static readonly string[] Rest =
    [
        "accuracy_mse_threshold = \"10.0\"",
        "model_package_group_name = \"my-mpg\"",
        "notification_function_name = \"pipeline-notification-lambda\"",
        "pipeline_inf = \"InferencePipeline\"",
        "pipeline_train = \"TrainingPipeline\"",
        "pipeline_trainwhpo = \"TrainingWHPOPipeline\"",
        "recreate_pipelines = \"true\"",
        "role_arn = \"arn:aws:iam::111122223333:role/service-role/AmazonSageMaker-ExecutionRole-20190125T000000\"",
        "upload_inference_data = \"false\"",
        "upload_training_data = \"true\"",
    ];

    [Fact]
    public void A_placeholder_that_was_left_is_named_and_everything_else_lands()
    {
        var import = Read(
            "kms_key = \"arn:aws:kms:us-west-2:111122223333:key/11111111-2222-3333-4444-555555555555\"",
            "sg_id = \"sg-0a12b3c45b67de8f9\"",
            "subnet_id = \"subnet-01a23bcdef45ghij6\""
        );
        import.Notes.ShouldNotContain(note => note.Contains("nobody reads", StringComparison.Ordinal));
        Faults(import)
            .ShouldBe([
                "MB0007 settings.network.subnetIds[0]: got \"subnet-01a23bcdef45ghij6\", needs subnet ids such as "
                    + "subnet-0123456789abcdef0; "
                    + "put in your own, such as subnet-0123456789abcdef0: pulumi config set --path 'settings.network.subnetIds[0]' VALUE "
                    + "--stack dev",
            ]);
        import.Settings["bucket"]!["kmsKeyArn"]!.ToString().ShouldStartWith("arn:aws:kms:us-west-2:");
        import.Settings["userId"]!.ToString().ShouldBe("111122223333");
    }

    [Fact]
    public void None_is_no_value_and_left_out_with_a_note()
    {
        var import = Read("kms_key = \"None\"", "sg_id = \"None\"", "subnet_id = \"None\"");
        import.Settings["bucket"]!.AsObject().ContainsKey("kmsKeyArn").ShouldBeFalse();
        import.Settings.ContainsKey("network").ShouldBeFalse();
        import.Settings.ToJsonString().ShouldNotContain("None");
        foreach (var name in new[] { "kms_key", "sg_id", "subnet_id" })
        {
            import.Notes.ShouldContain($"{name}: \"None\" is no value; left out");
        }

        Faults(import).ShouldHaveSingleItem().ShouldStartWith("MB0016 settings.network: missing, ");
    }

    [Fact]
    public void Every_line_without_a_value_is_named_at_once()
    {
        string[] names = [.. Rest.Select(line => line.Split(' ')[0]), "kms_key", "sg_id", "subnet_id"];
        var faults = Should
            .Throw<FaultException>(() =>
                TfvarsImport.Read($"{Given}{string.Join('\n', names.Select(name => $"{name} =   # e.g. \"x\""))}\n", "dev_env.tfvars")
            )
            .Faults;
        faults.Count.ShouldBe(13);
        faults.Select(fault => fault.Code).ShouldAllBe(code => code == FaultCatalogue.Tfvars);
        names.ShouldAllBe(name => faults.Any(fault => fault.Message.Contains($"\"{name} = ", StringComparison.Ordinal)));
        faults.ShouldAllBe(fault => fault.Message.EndsWith("has no value; fill it in"));
    }

    private static TfvarsImport Read(params string[] lines) =>
        TfvarsImport.Read($"{Given}{string.Join('\n', Rest.Concat(lines))}\n", "dev_env.tfvars");

    private static List<string> Faults(TfvarsImport import) =>
        [
            .. SettingsReader
                .TryRead(import.Settings.ToJsonString(), new StackFacts("dev", "us-west-2", "import"))
                .Faults.Select(fault => fault.ToString()),
        ];
}
