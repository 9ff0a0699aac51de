using System.Text.Json.Nodes;
using System.Xml.Linq;
using MlopsBatch.LocalCloud.Http.Protocols;

namespace MlopsBatch.LocalCloud.Http.Sqs;

/// <summary>SQS over Query: the same operations, their members as a form and as XML.</summary>
internal sealed class SqsQueryApi : QueryApi
{
    public SqsQueryApi()
        : base("http://queue.amazonaws.com/doc/2012-11-05/")
    {
        foreach (var (name, operation) in SqsOperations.All)
        {
            Add(name, async (call, form) => Output(await operation(call, Input(form))));
        }
    }

    /// <inheritdoc/>
    public override string Service => "sqs";

    /// <inheritdoc/>
    protected override ApiFault Fault(CloudException error) =>
        error.Code == "QueueDoesNotExist" ? new(400, "AWS.SimpleQueueService.NonExistentQueue", error.Message) : base.Fault(error);

    private static JsonObject Input(QueryForm form)
    {
        var input = new JsonObject();
        foreach (var (name, value) in form.Flat)
        {
            input[name] = value;
        }
        input["AttributeNames"] = new JsonArray([.. form.Entries("AttributeName").Select(entry => (JsonNode?)form.Get(entry))]);
        input["MessageAttributes"] = new JsonObject(
            FormAttributes
                .Read(form, "MessageAttribute")
                .Select(attribute =>
                    KeyValuePair.Create(
                        attribute.Key,
                        (JsonNode?)new JsonObject { ["StringValue"] = attribute.Value.Value, ["DataType"] = attribute.Value.DataType }
                    )
                )
        );
        return input;
    }

    private static IEnumerable<XElement> Output(JsonObject output) => output.SelectMany(member => Elements(member.Key, member.Value!));

    /// <summary>Lists and maps are flat: an element for each entry, named in the singular.</summary>
    private static IEnumerable<XElement> Elements(string name, JsonNode value) =>
        value switch
        {
            JsonArray items => items.Select(item => new XElement(
                name.TrimEnd('s'),
                item is JsonObject row ? Output(row) : item!.ToString()
            )),
            JsonObject entries when name is "Attributes" or "MessageAttributes" => entries.Select(entry => new XElement(
                name.TrimEnd('s'),
                new XElement("Name", entry.Key),
                new XElement("Value", entry.Value is JsonObject inner ? Output(inner) : entry.Value!.ToString())
            )),
            _ => [new XElement(name, value.ToString())],
        };
}
