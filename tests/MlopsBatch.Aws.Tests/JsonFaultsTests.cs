using System.Text.Json;

namespace MlopsBatch.Aws.Tests;

public sealed class JsonFaultsTests
{
    [Theory]
    [InlineData("", "it is empty or no JSON")]
    [InlineData("<html>", "it is empty or no JSON")]
    [InlineData("{\n  \"name\": \"a\",,\n}", "it is no JSON from line 2, byte 15 on")]
    [InlineData("{\"name\":\"a\",\"count\":\"many\"}", "it doesn't fit at $.count")]
    [InlineData("{\"count\":1}", "it lacks 'name' at $")]
    [InlineData("{\"name\":\"a\",\"parts\":[{\"name\":\"b\"},{}]}", "it lacks 'name' at $.parts[1]")]
    public void A_fault_is_told_by_its_place_and_without_types(string json, string words) =>
        JsonFaults.Words(Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Part>(json, JsonSerializerOptions.Web))).ShouldBe(words);

    [Fact]
    public void A_message_of_our_own_stays() => JsonFaults.Words(new JsonException("The event is null.")).ShouldBe("The event is null");

    private sealed record Part
    {
        public required string Name { get; init; }

        public int Count { get; init; }

        public Part[] Parts { get; init; } = [];
    }
}
