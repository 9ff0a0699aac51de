using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>
/// Serializes an object graph that has outputs in it. Writing is synchronous, outputs are not: a pass that meets
/// outputs that are not there yet is repeated when they are.
/// </summary>
internal sealed class OutputJson : JsonConverterFactory
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> WithConverter = [];

    [ThreadStatic]
    private static Pass? _pass;

    public static async Task<OutputData<string>> SerializeAsync<T>(T value, JsonSerializerOptions? options)
    {
        var extended = WithConverter.GetValue(
            options ?? JsonSerializerOptions.Default,
            original =>
            {
                var copy = new JsonSerializerOptions(original);
                copy.Converters.Add(new OutputJson());
                return copy;
            }
        );
        while (true)
        {
            var pass = new Pass();
            _pass = pass;
            string text;
            try
            {
                text = JsonSerializer.Serialize(value, extended);
            }
            finally
            {
                _pass = null;
            }

            if (pass.Missing.Count == 0)
            {
                return pass.Found.With(text);
            }

            await Task.WhenAll(pass.Missing).ConfigureAwait(false);
        }
    }

    public override bool CanConvert(Type typeToConvert) =>
        typeof(IOutput).IsAssignableFrom(typeToConvert) || typeof(IInput).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        typeof(IInput).IsAssignableFrom(typeToConvert)
            ? throw new NotSupportedException(
                $"An {typeToConvert.Name.Split('`')[0]} can't be written as JSON, it would be an empty object: write its ToOutput()."
            )
            : (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Pass
    {
        public List<Task> Missing { get; } = [];

        public OutputData<bool> Found { get; set; } = OutputData.Known(false);
    }

    private sealed class Converter<T> : JsonConverter<Output<T>>
    {
        public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Output.Create(JsonSerializer.Deserialize<T>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options)
        {
            var pass = _pass ?? throw new InvalidOperationException("An Output<T> can only be written by Output.JsonSerialize.");
            if (!value.Data.IsCompleted)
            {
                pass.Missing.Add(value.Data);
                writer.WriteNullValue();
                return;
            }

            var data = value.Data.GetAwaiter().GetResult();
            pass.Found = pass.Found.Then(data.With(false));
            if (data.IsKnown)
            {
                JsonSerializer.Serialize(writer, data.Value, options);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
