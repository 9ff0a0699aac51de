using System.Text.Json;

namespace Pulumi;

/// <content>JSON texts from and to outputs.</content>
public static partial class Output
{
    /// <summary>
    /// The value as JSON. Outputs inside of it are written as their values; one that is unknown makes the text unknown,
    /// one that is secret makes it secret.
    /// </summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        return new(RunAsync());

        async Task<OutputData<string>> RunAsync()
        {
            var data = await value.Data.ConfigureAwait(false);
            return data.IsKnown
                ? data.Then(await OutputJson.SerializeAsync(data.Value, options).ConfigureAwait(false))
                : data.AsUnknown<string>();
        }
    }

    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null) =>
        json.Apply(text => JsonSerializer.Deserialize<T>(text, options)!);
}
