using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MlopsBatch.Aws.Iam;

/// <summary>Writes policies as canonical JSON.</summary>
internal static class PolicyWriter
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(PolicyDocument policy)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("Version", policy.Version);
            if (policy.Id is not null)
            {
                writer.WriteString("Id", policy.Id);
            }

            writer.WriteStartArray("Statement");
            foreach (var statement in policy.Statements)
            {
                Write(writer, statement);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, PolicyStatement statement)
    {
        writer.WriteStartObject();
        if (statement.Sid is not null)
        {
            writer.WriteString("Sid", statement.Sid);
        }

        writer.WriteString("Effect", statement.Effect.ToString());
        if (statement.Principals is { } principals)
        {
            Write(writer, principals);
        }

        WriteValues(writer, statement.Actions.IsInverted ? "NotAction" : "Action", statement.Actions.Values);
        if (statement.Resources is { } resources)
        {
            WriteValues(writer, resources.IsInverted ? "NotResource" : "Resource", resources.Values);
        }

        if (statement.Conditions.Length > 0)
        {
            WriteConditions(writer, statement.Conditions);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PolicyMatch<PolicyPrincipal> principals)
    {
        var element = principals.IsInverted ? "NotPrincipal" : "Principal";
        if (principals.Values.Contains(PolicyPrincipal.Everyone))
        {
            writer.WriteString(element, "*");
            return;
        }

        writer.WriteStartObject(element);
        foreach (var kind in principals.Values.GroupBy(principal => principal.Kind).OrderBy(kind => kind.Key))
        {
            WriteValues(writer, PolicyReader.NameOf(kind.Key), kind.Select(principal => principal.Value));
        }

        writer.WriteEndObject();
    }

    private static void WriteConditions(Utf8JsonWriter writer, IEnumerable<PolicyCondition> conditions)
    {
        writer.WriteStartObject("Condition");
        foreach (var test in conditions.GroupBy(one => one.Operator.ToString()).OrderBy(test => test.Key, StringComparer.Ordinal))
        {
            writer.WriteStartObject(test.Key);
            foreach (var condition in test.OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                WriteValues(writer, condition.Key, condition.Values);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        var all = values.Distinct().Order(StringComparer.Ordinal).ToList();
        if (all is [var single])
        {
            writer.WriteString(name, single);
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in all)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
