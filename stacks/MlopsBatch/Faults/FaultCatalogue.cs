namespace MlopsBatch.Faults;

/// <summary>
/// Every numbered fault that a user can meet, with what it means and what to do. Numbers are never given twice; MB0026 is retired.
/// </summary>
public static class FaultCatalogue
{
    public const string SettingsMissing = "MB0001";
    public const string UnknownKey = "MB0002";
    public const string WrongType = "MB0003";
    public const string Missing = "MB0004";
    public const string OutOfRange = "MB0005";
    public const string NotAllowed = "MB0006";
    public const string Malformed = "MB0007";
    public const string TooLong = "MB0008";
    public const string Duplicate = "MB0009";
    public const string DiffersByCase = "MB0010";
    public const string BadSchedule = "MB0011";
    public const string AccountTwice = "MB0012";
    public const string NoMonitorImage = "MB0013";
    public const string NoRunId = "MB0014";
    public const string TooManyRules = "MB0015";
    public const string RoleLacks = "MB0016";
    public const string Contradiction = "MB0017";
    public const string OfflinePackages = "MB0018";
    public const string NotPackaged = "MB0019";
    public const string StackFile = "MB0020";
    public const string NoScripts = "MB0021";
    public const string Tfvars = "MB0022";
    public const string RegistryLookUp = "MB0023";
    public const string NoImage = "MB0024";
    public const string NoData = "MB0025";
    public const string NoCertificates = "MB0027";
    public const string NotQuoted = "MB0028";
    public const string OtherPlace = "MB0029";
    public const string OtherGroup = "MB0030";
    public const string StacksDisagree = "MB0031";
    public const string NothingStarts = "MB0032";
    public const string NobodyHears = "MB0033";
    public const string RefNotRun = "MB0034";
    public const string WaiverExpired = "MB0035";
    public const string NotDeployable = "MB0036";
    public const string HandedOnVersions = "MB0037";

    public static IReadOnlyList<FaultExplanation> All { get; } =
    [
        new(
            SettingsMissing,
            "The stack has no settings",
            "The program reads one structured key, mlops-batch:settings. Start from docs/examples/Pulumi.single.yaml, or "
                + "bring the old variables over with './mlops config import dev_env.tfvars'."
        ),
        new(
            UnknownKey,
            "A key that nobody reads",
            "A misspelt key would otherwise be ignored in silence. Correct it, or remove it with the command in the message."
        ),
        new(
            WrongType,
            "A value of the wrong type",
            "A number, text, list or object stands where another is needed. Decimals may be quoted, because 'pulumi "
                + "config set --path' quotes them."
        ),
        new(Missing, "A needed value is missing", "The message shows an example of the value."),
        new(
            OutOfRange,
            "A number or a list's length is out of bounds",
            "The bounds are AWS's quotas or common sense; docs/configuration.md names them."
        ),
        new(NotAllowed, "Not one of the allowed values", "Choose one of the listed values; upper and lower case matter."),
        new(
            Malformed,
            "A value of the wrong shape",
            "ARNs, account ids, mail addresses and names follow AWS's rules. The message says which."
        ),
        new(TooLong, "A text is too long", "Mails and API fields have limits; shorten the text."),
        new(Duplicate, "The same name twice", "Models, model package groups, pipelines and custom notifications need names of their own."),
        new(
            DiffersByCase,
            "Names that differ only by case",
            "SageMaker lower-cases names in pipeline ARNs, so such resources would answer to each other's events."
        ),
        new(
            BadSchedule,
            "A schedule that never fires or can't be read",
            "EventBridge Scheduler takes six fields: minute hour day-of-month month day-of-week year; one of the two day "
                + "fields is '?'. The time zone is an IANA name."
        ),
        new(
            AccountTwice,
            "An account stands in two places",
            "A deploy account is another account than the registry's and stands once in deployAccounts. For one account "
                + "with all roles leave deployAccounts and registry out."
        ),
        new(
            NoMonitorImage,
            "No Model Monitor image in this region",
            "AWS publishes the analyzer image in fewer regions, and closed Model Monitor to new customers. Use the "
                + "project's own engine: dataQuality: {engine: Script}."
        ),
        new(
            NoRunId,
            "recreatePipelines without a run",
            "Pipelines are replaced once for each CI run, so the run's id has to be known: CI_PIPELINE_ID in GitLab, "
                + "MLOPS_RUN_ID elsewhere."
        ),
        new(
            TooManyRules,
            "More models than the bus holds rules for",
            "EventBridge allows 300 rules on a bus. Ask AWS for more and set eventRuleQuota, or split the models over two "
                + "stacks in two accounts."
        ),
        new(
            RoleLacks,
            "A role lacks its section",
            "registry needs gitLab; build and deploy without registry need registry. docs/configuration.md shows the sections of each role."
        ),
        new(Contradiction, "Two values contradict each other", "The message names both."),
        new(
            OfflinePackages,
            "Built with the packages of offline/",
            "The stand-ins are for building, testing and rehearsing without a package feed. Where you deploy, build with "
                + "'export PackageFeed=nuget', or set allowOfflinePackages where the registry has no Pulumi packages."
        ),
        new(
            NotPackaged,
            "A function has no package",
            "The Lambda functions are compiled ahead of time into artifacts/*.zip. './mlops package' makes them; then run "
                + "'pulumi up' again."
        ),
        new(
            StackFile,
            "The stack's file can't be read",
            "Stacks are Pulumi.<name>.yaml in the project's root. A path works, too: --stack docs/examples/Pulumi.single.yaml."
        ),
        new(
            NoScripts,
            "Step scripts are missing",
            "A model's pipelines run the Python files of its scripts folder; each step's file has to be there before it can be uploaded."
        ),
        new(
            Tfvars,
            "A tfvars line that can't be taken over",
            "Only 'name = value' with texts, numbers, booleans, lists and objects is read. Fill in empty values first."
        ),
        new(
            RegistryLookUp,
            "The approved version can't be looked up",
            "The credentials of this run need sagemaker:ListModelPackages and DescribeModelPackage on the group, in the "
                + "registry's account. Nothing was changed."
        ),
        new(NoImage, "No scikit-learn image in this region", "AWS doesn't publish the framework's image there. Choose another region."),
        new(
            NoData,
            "The file to upload is missing",
            "uploadTrainingData and uploadInferenceData put data/training-data.csv and data/inference-data.csv in place."
        ),
        new(
            NoCertificates,
            "GitLab's certificate authorities can't be read",
            "gitLab.caFile names a PEM file in the project with the authorities that signed a self-managed GitLab's "
                + "certificate: '-----BEGIN CERTIFICATE-----' and so on, without keys."
        ),
        new(
            NotQuoted,
            "A value that YAML reads as something else",
            "Pulumi's YAML takes 012345678901 for the number 12345678901 and 2027-01-31 for a point in time. In quotes they stay texts."
        ),
        new(
            OtherPlace,
            "An ARN of another account, region or partition",
            "What a section names has to be in one place: the stack's region, its partition, and the account that the section is about."
        ),
        new(
            OtherGroup,
            "A pinned version of another group",
            "approvedModelPackageArn pins a version of the model's own group, in the registry's account."
        ),
        new(
            StacksDisagree,
            "Stacks of one installation disagree",
            "What one stack hands to another has to be the same in both: the registry's section, names of models and groups, the metric, "
                + "and how data are read. './mlops check --all' compares all stacks."
        ),
        new(
            NothingStarts,
            "Nothing starts a pipeline",
            "Its trigger is off and it has no schedule, so it runs by hand only. A warning: it may be meant so."
        ),
        new(NobodyHears, "Nobody is told of faults", "Without notifications.recipients no operator hears of failures. A warning."),
        new(
            RefNotRun,
            "A branch that CI doesn't deploy from",
            "GitLab runs deployments on the default branch only (.gitlab/common.yml), so a decision about a model starts nothing on "
                + "another. A warning: a project may have changed that."
        ),
        new(
            WaiverExpired,
            "A waiver has expired",
            "A waiver lifts a demand of the security checklist until a day. After it the demand holds again: meet it, or decide anew "
                + "and set a later day."
        ),
        new(
            NotDeployable,
            "An approved or pinned version that can't be deployed",
            "A deployed version needs the status Approved, a finished package, a named review where one is demanded, a model artifact "
                + "below the model's own prefix, and the data-quality baseline that the training pipeline registers. As a warning it was "
                + "passed over: the approved version below it is taken. Else nothing was changed."
        ),
        new(
            HandedOnVersions,
            "The file of looked-up versions can't be used",
            "CI looks versions up once and hands them on as a file, named by MLOPS_APPROVED_MODELS. It is the JSON of "
                + "'./mlops models approved' and has to name the stack. Nothing was changed."
        ),
    ];
}
