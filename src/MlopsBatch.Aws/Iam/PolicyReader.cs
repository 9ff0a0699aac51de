using System.Collections.Immutable;
using System.Text.Json;

namespace MlopsBatch.Aws.Iam;

/// <summary>Reads policies, and lists all that AWS's grammar of the policy language doesn't take.</summary>
/// <remarks>IAM user guide, "Grammar of the IAM JSON policy language".</remarks>
internal sealed class PolicyReader
{
    private static readonly ImmutableArray<string> DocumentElements = ["Version", "Id", "Statement"];
    private static readonly ImmutableArray<string> PrincipalKinds = ["AWS", "Service", "Federated", "CanonicalUser"];
    private static readonly ImmutableArray<string> StatementElements =
    [
        "Sid",
        "Effect",
        "Principal",
        "NotPrincipal",
        "Action",
        "NotAction",
        "Resource",
        "NotResource",
        "Condition",
    ];

    private readonly List<string> _faults = [];

    /// <summary>A kind's name in JSON.</summary>
    public static string NameOf(PrincipalKind kind) => kind == PrincipalKind.Aws ? "AWS" : kind.ToString();

    /// <exception cref="PolicyFormatException">It isn't one.</exception>
    public static PolicyDocument Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var reader = new PolicyReader();
        PolicyDocument? policy = null;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            policy = reader.Document(document.RootElement);
        }
        catch (JsonException fault)
        {
            reader._faults.Add($"it is no JSON: {fault.Message}");
        }

        return reader._faults.Count == 0 ? policy! : throw new PolicyFormatException([.. reader._faults]);
    }

    private PolicyDocument? Document(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Fault("policy", root, "an object with Version and Statement");
            return null;
        }

        Known("", root, DocumentElements);
        var version = Text("Version", root, "Version") ?? PolicyDocument.FirstVersion;
        if (version is not (PolicyDocument.CurrentVersion or PolicyDocument.FirstVersion))
        {
            _faults.Add($"Version: got \"{version}\", needs {PolicyDocument.CurrentVersion}");
        }

        if (!root.TryGetProperty("Statement", out var list))
        {
            _faults.Add("Statement: is missing");
            return null;
        }

        var statements = Statements(list);
        foreach (var sid in statements.Where(one => one.Sid is not null).GroupBy(one => one.Sid).Where(same => same.Count() > 1))
        {
            _faults.Add($"Statement: {sid.Count()} statements are named \"{sid.Key}\", a Sid is unique in its policy");
        }

        return new(statements, version, Text("Id", root, "Id"));
    }

    private ImmutableArray<PolicyStatement> Statements(JsonElement list) =>
        list.ValueKind switch
        {
            JsonValueKind.Object => [.. Some(Statement("Statement", list))],
            JsonValueKind.Array when list.GetArrayLength() > 0 =>
            [
                .. list.EnumerateArray().SelectMany((one, index) => Some(Statement($"Statement[{index}]", one))),
            ],
            _ => [.. Some(Fault("Statement", list, "at least one statement"))],
        };

    private static IEnumerable<PolicyStatement> Some(PolicyStatement? statement) => statement is null ? [] : [statement];

    private PolicyStatement? Statement(string path, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Fault(path, json, "an object with Effect, Action and the rest");
        }

        Known($"{path}.", json, StatementElements);
        var effect = Text($"{path}.Effect", json, "Effect");
        if (effect is not ("Allow" or "Deny"))
        {
            _faults.Add($"{path}.Effect: {(effect is null ? "is missing" : $"got \"{effect}\"")}, needs Allow or Deny");
        }

        var actions = OneOf(path, json, "Action", Values);
        if (actions is null)
        {
            _faults.Add($"{path}: needs Action or NotAction");
        }

        foreach (var action in actions?.Values.Where(one => one != "*" && one.Split(':') is not [not "", not ""]) ?? [])
        {
            _faults.Add($"{path}.{(actions!.IsInverted ? "NotAction" : "Action")}: got \"{action}\", needs service:Action or *");
        }

        return new(effect == "Deny" ? PolicyEffect.Deny : PolicyEffect.Allow, actions ?? new([]))
        {
            Sid = Text($"{path}.Sid", json, "Sid"),
            Principals = OneOf(path, json, "Principal", Principals),
            Resources = OneOf(path, json, "Resource", Values),
            Conditions = json.TryGetProperty("Condition", out var conditions) ? Conditions($"{path}.Condition", conditions) : [],
        };
    }

    private PolicyMatch<T>? OneOf<T>(string path, JsonElement json, string element, Func<string, JsonElement, ImmutableArray<T>> read)
    {
        var (plain, inverted) = (json.TryGetProperty(element, out var values), json.TryGetProperty($"Not{element}", out var others));
        if (plain && inverted)
        {
            _faults.Add($"{path}: has {element} and Not{element}, needs one of them");
        }

        return plain ? new(read($"{path}.{element}", values))
            : inverted ? new(read($"{path}.Not{element}", others), IsInverted: true)
            : null;
    }

    private ImmutableArray<PolicyPrincipal> Principals(string path, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String && json.GetString() == "*")
        {
            return [PolicyPrincipal.Everyone];
        }

        if (json.ValueKind != JsonValueKind.Object || !json.EnumerateObject().Any())
        {
            Fault(path, json, $"\"*\" or an object with some of {string.Join(", ", PrincipalKinds)}");
            return [];
        }

        Known($"{path}.", json, PrincipalKinds);
        return
        [
            .. json.EnumerateObject()
                .Where(kind => PrincipalKinds.Contains(kind.Name))
                .SelectMany(kind =>
                    Values($"{path}.{kind.Name}", kind.Value)
                        .Select(value => new PolicyPrincipal(Enum.Parse<PrincipalKind>(kind.Name, ignoreCase: true), value))
                ),
        ];
    }

    private ImmutableArray<PolicyCondition> Conditions(string path, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            Fault(path, json, "an object of operators");
            return [];
        }

        var conditions = ImmutableArray.CreateBuilder<PolicyCondition>();
        foreach (var test in json.EnumerateObject())
        {
            if (test.Value.ValueKind != JsonValueKind.Object)
            {
                Fault($"{path}.{test.Name}", test.Value, "an object of condition keys");
                continue;
            }

            conditions.AddRange(
                test.Value.EnumerateObject()
                    .Select(key => new PolicyCondition(
                        ConditionOperator.Parse(test.Name),
                        key.Name,
                        Values($"{path}.{test.Name}.{key.Name}", key.Value, mayBeEmpty: true)
                    ))
            );
        }

        return conditions.ToImmutable();
    }

    private ImmutableArray<string> Values(string path, JsonElement json) => Values(path, json, mayBeEmpty: false);

    /// <summary>One or many; numbers and truth values count as their text, as AWS takes them.</summary>
    private ImmutableArray<string> Values(string path, JsonElement json, bool mayBeEmpty)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array when mayBeEmpty || json.GetArrayLength() > 0:
                return [.. json.EnumerateArray().SelectMany((one, index) => Values($"{path}[{index}]", one, mayBeEmpty))];
            case JsonValueKind.String when mayBeEmpty || json.GetString()!.Length > 0:
                return [json.GetString()!];
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False when mayBeEmpty:
                return [json.GetRawText()];
            default:
                Fault(path, json, "a text or a list of texts, none of them empty");
                return [];
        }
    }

    private string? Text(string path, JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.String)
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }

        Fault(path, value, "a text");
        return null;
    }

    private void Known(string path, JsonElement json, ImmutableArray<string> allowed)
    {
        foreach (var name in json.EnumerateObject().Select(element => element.Name).Where(name => !allowed.Contains(name)))
        {
            var meant = NearestName.Find(name, allowed);
            var hint = meant is null ? $"allowed are {string.Join(", ", allowed)}" : $"did you mean {meant}?";
            _faults.Add($"{path}{name}: is no element of a policy; {hint}");
        }
    }

    private PolicyStatement? Fault(string path, JsonElement got, string needs)
    {
        _faults.Add($"{path}: got {Short(got.GetRawText())}, needs {needs}");
        return null;
    }

    private static string Short(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
