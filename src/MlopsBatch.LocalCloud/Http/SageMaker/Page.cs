using System.Text;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Http.SageMaker;

/// <summary>A list's sort order, its page and the token for the next one.</summary>
internal static class Page
{
    /// <summary>What the service gives where MaxResults is left out.</summary>
    private const int DefaultResults = 10;

    /// <summary>One page of rows.</summary>
    /// <param name="input">With MaxResults and NextToken.</param>
    /// <param name="name">The output's list.</param>
    /// <param name="rows">All rows in their order, each with a name of its own that the token remembers.</param>
    /// <exception cref="CloudException">ValidationException for a token of another list.</exception>
    public static JsonObject Of(JsonObject input, string name, IEnumerable<(string Id, JsonObject Row)> rows)
    {
        var all = rows.ToList();
        var start = 0;
        if (input["NextToken"]?.GetValue<string>() is { } token)
        {
            start = all.FindIndex(row => Token(name, row.Id) == token) + 1;
            if (start == 0)
            {
                throw new CloudException("ValidationException", "NextToken belongs to no page of this list.");
            }
        }
        var size = input["MaxResults"]?.GetValue<int>() ?? DefaultResults;
        var page = all.Skip(start).Take(size).ToList();
        var output = new JsonObject { [name] = new JsonArray([.. page.Select(row => row.Row)]) };
        if (start + page.Count < all.Count)
        {
            output["NextToken"] = Token(name, page[^1].Id);
        }
        return output;
    }

    /// <summary>The rows in the order that is asked for; they come in ascending order.</summary>
    public static IEnumerable<T> Sorted<T>(this IEnumerable<T> ascending, JsonObject input, string byDefault) =>
        (input["SortOrder"]?.GetValue<string>() ?? byDefault) == "Descending" ? ascending.Reverse() : ascending;

    private static string Token(string name, string id) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}\n{id}"));
}
