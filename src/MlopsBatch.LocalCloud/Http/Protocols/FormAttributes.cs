using MlopsBatch.LocalCloud.Sqs;

namespace MlopsBatch.LocalCloud.Http.Protocols;

/// <summary>Attributes of messages of SNS and SQS in a form.</summary>
internal static class FormAttributes
{
    /// <param name="form">The form.</param>
    /// <param name="list">The list's name, for example <c>MessageAttributes.entry</c>.</param>
    /// <exception cref="CloudException">InvalidParameter for an attribute without a text.</exception>
    public static IEnumerable<KeyValuePair<string, MessageAttribute>> Read(QueryForm form, string list) =>
        [
            .. form.Entries(list)
                .Select(entry =>
                    KeyValuePair.Create(
                        form.Get(entry + ".Name"),
                        new MessageAttribute(
                            form.Find(entry + ".Value.StringValue")
                                ?? throw new CloudException("InvalidParameter", "The local cloud has no message attributes but texts."),
                            form.Get(entry + ".Value.DataType")
                        )
                    )
                ),
        ];
}
