namespace MlopsBatch.Faults;

/// <summary>An example of every fault, before and after its mend. A test plays them.</summary>
public static class FaultExamples
{
    private const string S = "config:\n  mlops-batch:settings:\n";

    public static IReadOnlyList<FaultExample> All { get; } =
    [
        new(FaultCatalogue.SettingsMissing, ExampleKind.File, "config:\n  aws:region: eu-west-1\n", Whole),
        Setting(FaultCatalogue.UnknownKey, "notifications: {notifyon: all}", "notifications: {notifyOn: all}"),
        Model(FaultCatalogue.WrongType, "metric: {threshold: \"80%\"}", "metric: {threshold: 0.8}"),
        Model(FaultCatalogue.Missing, "responsible: []", "responsible: [ds@example.com]"),
        Model(FaultCatalogue.OutOfRange, "hpo: {maxJobs: 501}", "hpo: {maxJobs: 500}"),
        Model(FaultCatalogue.NotAllowed, "metric: {name: rsme}", "metric: {name: rmse}"),
        Model(FaultCatalogue.Malformed, "name: Churn_EU", "name: churn-eu"),
        Model(FaultCatalogue.TooLong, "separator: \"||\"", "separator: \"|\""),
        Setting(FaultCatalogue.Duplicate, "roles: [registry, build, deploy, build]", "roles: [registry, build, deploy]"),
        Model(
            FaultCatalogue.DiffersByCase,
            "modelPackageGroup: shells\n      - {name: other, modelPackageGroup: Shells, responsible: [ds@example.com], metric: "
                + "{threshold: 1}}",
            "modelPackageGroup: shells\n      - {name: other, modelPackageGroup: clams, responsible: [ds@example.com], metric: "
                + "{threshold: 1}}"
        ),
        Model(
            FaultCatalogue.BadSchedule,
            "schedules: {inference: {cron: \"0 3 * * *\"}}",
            "schedules: {inference: {cron: \"0 3 * * ? *\"}}"
        ),
        Setting(
            FaultCatalogue.AccountTwice,
            "deployAccounts: [\"222233334444\", \"222233334444\"]",
            "deployAccounts: [\"222233334444\"]"
        ),
        new(
            FaultCatalogue.NoMonitorImage,
            ExampleKind.Stack,
            "config:\n  aws:region: ap-south-2\n  mlops-batch:settings:\n    models:\n      - dataQuality: {engine: ModelMonitor}",
            "config:\n  aws:region: ap-south-2\n  mlops-batch:settings:\n    models:\n      - dataQuality: {engine: Script}"
        ),
        Setting(FaultCatalogue.NoRunId, "recreatePipelines: true", "recreatePipelines: false"),
        Setting(FaultCatalogue.TooManyRules, $"eventRuleQuota: 10\n{TwoModels}", $"eventRuleQuota: 300\n{TwoModels}"),
        Setting(FaultCatalogue.RoleLacks, "gitLab: ~", "gitLab: {project: group/project}"),
        Model(FaultCatalogue.Contradiction, "hpo: {maxJobs: 4, maxParallel: 8}", "hpo: {maxJobs: 8, maxParallel: 8}"),
        new(FaultCatalogue.OfflinePackages, ExampleKind.Shell, "pulumi up", "export PackageFeed=nuget && pulumi up"),
        new(FaultCatalogue.NotPackaged, ExampleKind.Shell, "pulumi up", "./mlops package && pulumi up"),
        new(FaultCatalogue.StackFile, ExampleKind.File, $"{Whole}\taws:region: eu-west-1\n", Whole),
        Model(FaultCatalogue.NoScripts, "scripts: skripts", "scripts: scripts"),
        new(FaultCatalogue.Tfvars, ExampleKind.Tfvars, "bucket_name =\n", "bucket_name = \"my-company-mlops\"\n"),
        new(
            FaultCatalogue.RegistryLookUp,
            ExampleKind.Shell,
            "pulumi up",
            "export AWS_PROFILE=deploy && pulumi up   # a profile of yours that may read the registry"
        ),
        new(FaultCatalogue.NoImage, ExampleKind.Stack, "config: {\"aws:region\": eu-west-11}", "config: {\"aws:region\": eu-west-1}"),
        Setting(FaultCatalogue.NoData, "uploadTrainingData: true   # without data/training-data.csv", "uploadTrainingData: false"),
        Setting(FaultCatalogue.NoCertificates, "gitLab: {caFile: README.md}   # no PEM", "gitLab: {caFile: ~}"),
        new(
            FaultCatalogue.NotQuoted,
            ExampleKind.File,
            $"{Whole}    deployAccounts: [012345678901]\n",
            $"{Whole}    deployAccounts: [\"012345678901\"]\n"
        ),
        Setting(
            FaultCatalogue.OtherPlace,
            "bucket: {kmsKeyArn: \"arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555\"}",
            "bucket: {kmsKeyArn: \"arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555\"}"
        ),
        Model(
            FaultCatalogue.OtherGroup,
            "approvedModelPackageArn: \"arn:aws:sagemaker:eu-west-1:111122223333:model-package/churn/3\"",
            "approvedModelPackageArn: \"arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/3\""
        ),
        Model(FaultCatalogue.StacksDisagree, "target: first     # in prod; dev has last", "target: last"),
        Model(
            FaultCatalogue.NothingStarts,
            "triggers: {training: {key: data.csv, enabled: false}}",
            "triggers: {training: {key: data.csv, enabled: true}}"
        ),
        Setting(FaultCatalogue.NobodyHears, "notifications: {recipients: []}", "notifications: {recipients: [ops@example.com]}"),
        Setting(FaultCatalogue.RefNotRun, "gitLab: {ref: release/1.0}", "gitLab: {ref: main}"),
        Setting(FaultCatalogue.WaiverExpired, Waiver("2020-01-31"), Waiver("2999-01-31")),
        new(
            FaultCatalogue.NotDeployable,
            ExampleKind.Shell,
            "./mlops models approve --stack dev 7   # registered by hand, without a baseline",
            "./mlops start training --stack dev && ./mlops models approve --stack dev latest   # once the execution has registered it"
        ),
        new(
            FaultCatalogue.HandedOnVersions,
            ExampleKind.Shell,
            "MLOPS_APPROVED_MODELS=gone.json pulumi up",
            "./mlops models approved --stack prod --json > approved.json && MLOPS_APPROVED_MODELS=approved.json pulumi up"
        ),
    ];

    private static string Whole =>
        "config:\n  aws:region: eu-west-1\n  mlops-batch:settings:\n    roles: [registry]\n    bucket: {name: my-company-mlops}\n"
        + "    gitLab: {project: group/project}\n"
        + "    models: [{name: churn, responsible: [ds@example.com], metric: {name: f1, threshold: 0.8}}]\n";

    private static string TwoModels =>
        "    models:\n      - name: abalone\n      - {name: churn, responsible: [ds@example.com], metric: {name: f1, threshold: 0.8}}";

    private static string Waiver(string until) =>
        $"waivers: [{{row: 22, reason: The pool is small., owner: ops@example.com, until: \"{until}\"}}]";

    private static FaultExample Setting(string code, string before, string after) =>
        new(code, ExampleKind.Stack, $"{S}    {before}", $"{S}    {after}");

    private static FaultExample Model(string code, string before, string after) =>
        new(code, ExampleKind.Stack, $"{S}    models:\n      - {before}", $"{S}    models:\n      - {after}");
}
