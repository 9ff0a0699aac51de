using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MlopsBatch.TestSupport.Events;

/// <summary>
/// Known events with one to three things wrong in each: a member missing, of another type, of an odd value, or the text itself
/// damaged. The same seed gives the same events.
/// </summary>
public static class EventFuzz
{
    /// <summary>The environment variable that says how many events are tried; some hundred by default.</summary>
    public const string CountVariable = "MLOPS_FUZZ_EVENTS";

    private const int DefaultCount = 600;

    private static readonly string[] Odd =
    [
        "null",
        "true",
        "0",
        "-1",
        "1e999",
        "2147483648",
        "\"\"",
        "\" \"",
        "[]",
        "[null]",
        "{}",
        "[[[{}]]]",
        "\"Approved\"",
        "\"Rejected\"",
        "\"Failed\"",
        "\"HALF\"",
        "\"\\u0000\\u001b[31m\\r\\nWHAT TO DO\"",
        "\"$(reboot)'\\\"`id`\"",
        "\"arn:aws:sagemaker:eu-west-1:111122223333:model-package/abalone/7\"",
        "\"arn:aws:sagemaker:eu-west-1:111122223333:pipeline:a:execution:b\"",
        "\"arn:aws:lambda:eu-west-1:111122223333:function:x-approval-deploy\"",
        "\"9999-99-99T99:99:99Z\"",
        "\"https://user:secret@example.com/?a#b\"",
    ];

    /// <summary>How many events to try, and the seed of the first.</summary>
    public static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable(CountVariable), CultureInfo.InvariantCulture, out var asked) ? asked : DefaultCount;

    /// <summary>The damaged event of a seed.</summary>
    public static byte[] Damage(JsonNode template, int seed)
    {
        var random = new Random(seed);
        var root = new JsonObject { ["event"] = template.DeepClone() };
        for (var faults = random.Next(1, 4); faults > 0; faults--)
        {
            var places = Places(root["event"]).ToArray();
            if (places.Length == 0)
            {
                break;
            }

            var (parent, name) = places[random.Next(places.Length)];
            switch (random.Next(5))
            {
                case 0:
                    parent.Remove(name);
                    break;
                case 1:
                    parent[name] = new string('é', random.Next(1, 300_000));
                    break;
                case 2:
                    parent[name.ToUpperInvariant()] = parent[name]?.DeepClone();
                    break;
                default:
                    parent[name] = JsonNode.Parse(Odd[random.Next(Odd.Length)]);
                    break;
            }
        }

        // Half a surrogate pair, which no .NET text can hold, gets in as an escape.
        var text = root["event"]!.ToJsonString().Replace("HALF", "\\ud83e", StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(text);
        return random.Next(20) switch
        {
            0 => bytes[..random.Next(bytes.Length)],
            1 => [.. bytes, (byte)random.Next(256)],
            _ => bytes,
        };
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.ToArray().SelectMany(member => Places(member.Value).Prepend((members, member.Key))),
            JsonArray items => items.ToArray().SelectMany(Places),
            _ => [],
        };
}
