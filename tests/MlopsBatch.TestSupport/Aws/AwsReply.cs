namespace MlopsBatch.TestSupport.Aws;

/// <summary>An answer of an <see cref="AwsServer"/>.</summary>
public sealed record AwsReply(int Status, string Body, string ContentType = "application/x-amz-json-1.1")
{
    /// <summary>SNS's answer to a publish.</summary>
    public static AwsReply Published { get; } =
        new(
            200,
            """<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>567910cd-659e-55d4-8ccb-5aaf14679dc0</MessageId></PublishResult><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></PublishResponse>""",
            "text/xml"
        );

    /// <summary>No answer: the service closes the connection.</summary>
    public static AwsReply Cut { get; } = new(0, "");

    /// <summary>An error in the Query protocol.</summary>
    public static AwsReply QueryError(int status, string code, string message) =>
        new(
            status,
            $"""<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>""",
            "text/xml"
        );

    /// <summary>An error in the JSON protocol.</summary>
    public static AwsReply JsonError(int status, string code, string message) =>
        new(status, $$"""{"__type":"{{code}}","message":"{{message}}"}""");
}
