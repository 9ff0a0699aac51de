using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlopsBatch.Configuration.Files;
using MlopsBatch.Configuration.Schema;
using MlopsBatch.Tests.Stack;

namespace MlopsBatch.Tests.Configuration;

/// <summary>The JSON Schema of stacks' files, which editors complete by; an outside validator judges files with it.</summary>
public class StackSchemaTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Prints one line a document: its name and the paths that the schema refuses.</summary>
    private const string Validator = """
        import json, sys, warnings
        warnings.simplefilter("ignore")
        import jsonschema
        schema, documents = json.load(open(sys.argv[1])), json.load(open(sys.argv[2]))
        jsonschema.Draft7Validator.check_schema(schema)
        validator = jsonschema.Draft7Validator(schema)
        for name, document in documents.items():
            print(name + ": " + ", ".join(sorted({error.json_path for error in validator.iter_errors(document)})))
        """;

    [Fact]
    public void The_committed_schema_is_that_of_the_records()
    {
        var schema = StackSchema.Create().ToJsonString(Readable) + "\n";
        var committed = Path.Combine(TestStacks.Root.FullName, "docs", "stack.schema.json");
        var same = File.Exists(committed) && File.ReadAllText(committed).ReplaceLineEndings("\n") == schema;
        same.ShouldBeTrue("write it anew: ./mlops config schema >docs/stack.schema.json");
    }

    [JsonSchemaFact]
    public async Task Every_shipped_stack_is_accepted_and_says_where_its_schema_is()
    {
        var root = TestStacks.Root;
        var files = root.GetFiles("Pulumi.*.yaml").Concat(root.CreateSubdirectory("docs/examples").GetFiles("Pulumi.*.yaml")).ToList();
        files.Count.ShouldBeGreaterThanOrEqualTo(4);
        var found = await RefusedAsync(files.ToDictionary(file => file.FullName, file => Document(File.ReadAllText(file.FullName))));
        found.Values.ShouldAllBe(paths => paths.Length == 0);
        foreach (var file in files)
        {
            File.ReadAllText(file.FullName).ShouldStartWith("# yaml-language-server: $schema=docs/stack.schema.json");
        }
    }

    [JsonSchemaFact]
    public async Task First_mistakes_are_underlined_where_they_stand()
    {
        const string Settings = "$.config['mlops-batch:settings']";
        var expected = new Dictionary<string, string>
        {
            ["An account with 11 digits"] = $"{Settings}.deployAccounts[0]",
            ["A threshold in per cent"] = $"{Settings}.models[0].metric.threshold",
            ["A region that there isn't"] = "$.config['aws:region']",
            ["A misspelt key"] = Settings,
            ["Snake case"] = $"{Settings}.notifications",
            ["An instance type's typo"] = $"{Settings}.models[0].instances",
            ["A mail address without @"] = $"{Settings}.notifications",
            ["A key's alias"] = $"{Settings}.bucket.kmsKeyArn",
            ["A bucket with s3://"] = $"{Settings}.bucket.name",
            ["A prefix with a slash"] = $"{Settings}.bucket.prefix",
            ["A threshold in words"] = $"{Settings}.models[0].metric.threshold",
            ["A metric that there isn't"] = $"{Settings}.models[0].metric.name",
            ["The file of another project"] = "$.config",
        };
        var single = File.ReadAllText(Path.Combine(TestStacks.Root.FullName, "docs/examples/Pulumi.single.yaml")).ReplaceLineEndings("\n");
        var found = await RefusedAsync(
            FirstMistakesTests
                .Mistakes.Where(mistake => expected.ContainsKey(mistake.What))
                .ToDictionary(
                    mistake => mistake.What,
                    mistake => Document(single.Replace(mistake.Old, mistake.New, StringComparison.Ordinal))
                )
        );
        found.ShouldBe(expected, ignoreOrder: true);
    }

    private static JsonObject Document(string yaml) =>
        new()
        {
            ["config"] = new JsonObject(
                StackFile
                    .Parse("dev", yaml, "Pulumi.dev.yaml")
                    .Config.Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone()))
            ),
        };

    private static async Task<Dictionary<string, string>> RefusedAsync(Dictionary<string, JsonObject> documents)
    {
        var folder = Directory.CreateTempSubdirectory("mlops-schema-");
        try
        {
            var (schema, given) = (Path.Combine(folder.FullName, "schema.json"), Path.Combine(folder.FullName, "documents.json"));
            await File.WriteAllTextAsync(schema, StackSchema.Create().ToJsonString());
            await File.WriteAllTextAsync(given, JsonSerializer.Serialize(documents));
            var start = new ProcessStartInfo(JsonSchemaFactAttribute.Python!, ["-c", Validator, schema, given])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var python = Process.Start(start)!;
            var errors = python.StandardError.ReadToEndAsync();
            var printed = await python.StandardOutput.ReadToEndAsync();
            await python.WaitForExitAsync();
            python.ExitCode.ShouldBe(0, await errors);
            return printed
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(": ", 2))
                .ToDictionary(parts => parts[0], parts => parts[1]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
