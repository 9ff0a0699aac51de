namespace MlopsBatch.Configuration.Binding;

/// <summary>Shapes that several settings share, each with the words for it.</summary>
internal static class Patterns
{
    public const string Account = "^[0-9]{12}$";
    public const string AccountNeeds = "an AWS account id of 12 digits";
    public const string Prefix = "^$|^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*$";
    public const string PrefixNeeds = "folders of letters, digits, '_', '.', '-' between single slashes, none at the ends";
    public const string Mail = "^[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$";
    public const string MailNeeds = "mail addresses such as ds@example.com";
    public const string Pipeline = "^[a-z0-9](-*[a-z0-9]){0,81}$";
    public const string PipelineNeeds = "1 to 82 lower-case letters, digits or hyphens";
}
