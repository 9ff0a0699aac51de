using System.Reflection;
using MlopsBatch.Faults;

namespace MlopsBatch.Tests.Configuration;

public class FaultCatalogueTests
{
    [Fact]
    public void Every_number_is_explained_once()
    {
        var numbers = typeof(FaultCatalogue)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);
        FaultCatalogue.All.Select(fault => fault.Code).ShouldBe(numbers);
    }
}
