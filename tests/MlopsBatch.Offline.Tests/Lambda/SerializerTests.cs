using System.Text;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace MlopsBatch.Offline.Tests.Lambda;

public sealed class SerializerTests
{
    private static readonly SourceGeneratorLambdaJsonSerializer<OrderContext> Serializer = new();

    [Fact]
    public void What_is_written_is_read_again()
    {
        using var stream = new MemoryStream();
        Serializer.Serialize(new Order("é", 3), stream);
        stream.Position = 0;
        Serializer.Deserialize<Order>(stream).ShouldBe(new Order("é", 3));
    }

    [Fact]
    public void Nulls_are_left_out_and_names_match_in_any_case()
    {
        using var stream = new MemoryStream();
        Serializer.Serialize(new Order(null, 3), stream);
        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("""{"count":3}""");
        Serializer.Deserialize<Order>(Utf8("""{"ITEM":"x","Count":1,"more":[]}""")).ShouldBe(new Order("x", 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1]")]
    public void What_is_no_order_says_so(string json) =>
        Should.Throw<JsonSerializerException>(() => Serializer.Deserialize<Order>(Utf8(json))).Message.ShouldContain(nameof(Order));

    [Fact]
    public void A_type_that_the_context_lacks_is_named() =>
        Should.Throw<JsonSerializerException>(() => Serializer.Deserialize<Version>(Utf8("{}"))).Message.ShouldContain(nameof(Version));

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));
}
