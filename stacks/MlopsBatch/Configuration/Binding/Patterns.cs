namespace MlopsBatch.Configuration.Binding;

/// <summary>Shapes that several settings share, each with the words for it.</summary>
internal static class Patterns
{
    public const string Account = "^[0-9]{12}$";
    public const string AccountNeeds = "an AWS account id of 12 digits";
    public const string KeyArn = "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]{1,128}$";
    public const string KeyArnNeeds = "a KMS key ARN, arn:aws:kms:REGION:ACCOUNT:key/ID";
    public const string RoleArn = "^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]{1,512}$";
    public const string RoleArnNeeds = "a role ARN, arn:aws:iam::ACCOUNT:role/NAME";
    public const string PolicyArn = "^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[A-Za-z0-9+=,.@_/-]{1,512}$";
    public const string PolicyArnNeeds = "a managed policy's ARN, arn:aws:iam::ACCOUNT:policy/NAME";
    public const string VersionArn = "^arn:aws[a-z-]*:sagemaker:[a-z0-9-]+:[0-9]{12}:model-package/[a-zA-Z0-9-]{1,63}/[1-9][0-9]{0,8}$";
    public const string VersionArnNeeds = "a model package version's ARN, arn:aws:sagemaker:REGION:ACCOUNT:model-package/GROUP/VERSION";
    public const string Prefix = "^$|^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*$";
    public const string PrefixNeeds = "folders of letters, digits, '_', '.', '-' between single slashes, none at the ends";
    public const string Mail = "^[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$";
    public const string MailNeeds = "mail addresses such as ds@example.com";
    public const string Pipeline = "^[a-z0-9](-*[a-z0-9]){0,81}$";
    public const string PipelineNeeds = "1 to 82 lower-case letters, digits or hyphens";
}
