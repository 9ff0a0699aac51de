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
    public const string Pipeline = "^(?=.{1,82}$)[a-z0-9](-*[a-z0-9])*$";
    public const string PipelineNeeds = "1 to 82 lower-case letters, digits or hyphens";

    /// <summary>
    /// Any key that S3 takes (exports have blanks, umlauts, <c>=</c> and <c>%</c> in their names), but no control characters,
    /// which no S3 URI can hold, and no relative path, which S3 doesn't resolve.
    /// </summary>
    public const string Key = "^" + KeySegment + "(/" + KeySegment + ")*$";
    public const string KeyNeeds =
        "an object key below the raw-data prefix, without a slash at its ends, control characters, or a folder named '.' or '..'";
    public const string KeyPrefix = "^(" + KeySegment + "(/" + KeySegment + ")*/?)?$";
    public const string KeyPrefixNeeds =
        "a key prefix below the raw-data prefix, without a slash at its start, control characters, or a folder named '.' or '..'";

    private const string KeySegment = @"(?!\.{1,2}(/|$))[^/\x00-\x1f\x7f]+";
}
