using MlopsBatch.Configuration;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Faults;

namespace MlopsBatch.Tests.Files;

public class TfvarsImportTests
{
    private const string Variables = """
        # names that are prefixes of one another, comments after values, escaped quotes
        bucket_name         = "example-bucket" # the shared one
        bucket_prefix       = "pipeline_shared/batch-scoring"
        bucket_train_prefix = "training/data/raw"
        bucket_inf_prefix   = "batch-scoring/data/raw"
        email_recipient     = ["ds@example.com", "ops@example.com"]
        user_id             = "a12345"
        custom_notification_config = [
          {
            step_name           = "ModelRegisterStep"
            step_status         = "Succeeded"
            step_custom_message = "Done with \"ModelRegisterStep\"."
          },
        ]
        accuracy_mse_threshold     = "10.5"
        kms_key                    = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555"
        model_package_group_name   = "poc-mpg"
        notification_function_name = "pipeline-notification-lambda"
        pipeline_inf       = "InferencePipeline"
        pipeline_train     = "TrainingPipeline"
        pipeline_trainwhpo = "TrainingWHPOPipeline"
        recreate_pipelines = "false"
        role_arn           = "arn:aws:iam::111122223333:role/service/sm_execution_role"
        sg_id              = "sg-0a12b3c45b67de8f9"
        subnet_id          = "subnet-01a23bcdef4567890"
        upload_inference_data = "false"
        upload_training_data  = true
        tags = { team = "ml" }
        """;

    [Fact]
    public void Every_variable_has_a_home()
    {
        var import = TfvarsImport.Read(Variables, "dev_env.tfvars");
        var settings = SettingsReader.Read(import.Settings.ToJsonString(), new StackFacts("dev", "us-east-1"));
        settings.Bucket.ShouldBe(
            new BucketOptions
            {
                Name = "example-bucket",
                Prefix = "pipeline_shared/batch-scoring",
                Existing = true,
                KmsKeyArn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555",
                RoleArn = "arn:aws:iam::111122223333:role/service/sm_execution_role",
            }
        );
        settings.Network!.SubnetIds.ShouldBe(["subnet-01a23bcdef4567890"]);
        settings.Network.SecurityGroupIds.ShouldBe(["sg-0a12b3c45b67de8f9"]);
        settings.UserId.ShouldBe("a12345");
        settings.Notifications.FunctionName.ShouldBe("pipeline-notification-lambda");
        settings.Notifications.Recipients.ShouldBe(["ds@example.com", "ops@example.com"]);
        settings.Notifications.Custom.ShouldBe([
            new CustomNotification
            {
                StepName = "ModelRegisterStep",
                StepStatus = "Succeeded",
                StepCustomMessage = "Done with \"ModelRegisterStep\".",
            },
        ]);
        (settings.RecreatePipelines, settings.UploadTrainingData, settings.UploadInferenceData).ShouldBe((false, true, false));
        settings.Tags["team"].ShouldBe("ml");
        var model = settings.Models.Single();
        (model.Name, model.ModelPackageGroup, model.Metric.Threshold).ShouldBe(("poc-mpg", "poc-mpg", 10.5));
        model.Pipelines.ShouldBe(
            new PipelineNameOptions
            {
                Training = "trainingpipeline",
                TrainingWithHpo = "trainingwhpopipeline",
                Inference = "inferencepipeline",
            }
        );
        import.Notes.ShouldContain(
            "bucket_train_prefix: \"training/data/raw\" is fixed now as PREFIX/poc-mpg/training/data/raw; put the files there"
        );
    }

    [Fact]
    public void The_written_file_reads_back_the_same()
    {
        var import = TfvarsImport.Read(Variables, "dev_env.tfvars");
        var file = StackFile.Parse("dev", SettingsYaml.Write("us-east-1", import.Settings), "Pulumi.dev.yaml");
        file.Region.ShouldBe("us-east-1");
        file.Settings.ShouldBe(import.Settings.ToJsonString());
    }

    [Fact]
    public void Every_line_that_cannot_be_read_is_named()
    {
        var thrown = Should.Throw<FaultException>(() =>
            TfvarsImport.Read("bucket_name =\nuser_id = \"a\nx = ${var.y}\nkms_key = \"ok\"\n", "dev_env.tfvars")
        );
        thrown
            .Faults.Select(fault => fault.ToString())
            .ShouldBe([
                "MB0022 dev_env.tfvars: line 1: \"bucket_name =\" has no value; fill it in",
                "MB0022 dev_env.tfvars: line 2: \"user_id = \"a\" has a text without its closing quote",
                "MB0022 dev_env.tfvars: line 3: \"x = ${var.y}\" has \"${var.y\", needs a quoted text, a number, true, "
                    + "false, a list or an object",
            ]);
    }

    [Fact]
    public void A_variable_that_nobody_reads_is_said() =>
        TfvarsImport
            .Read("bucket_nam = \"x\"", "dev_env.tfvars")
            .Notes.ShouldContain("bucket_nam: nobody reads it; did you mean \"bucket_name\"?");
}
