using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace MlopsBatch.Inspection;

/// <summary>The assets and archives among a resource's arguments, as the program made them.</summary>
internal static class DeclaredAssets
{
    private static readonly Type[] Kinds = [typeof(Input<Archive>), typeof(Input<AssetOrArchive>), typeof(Input<Asset>)];

    /// <returns>Under their wire names, which for these inputs are the C# names in camel case.</returns>
    public static ImmutableDictionary<string, AssetOrArchive> Of(ResourceArgs arguments)
    {
        var assets = ImmutableDictionary.CreateBuilder<string, AssetOrArchive>();
        foreach (var property in arguments.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            // Others aren't touched: reading a list of arguments makes an empty one, which would then be declared.
            if (Kinds.Contains(property.PropertyType) && AssetOf(property.GetValue(arguments)) is { } asset)
            {
                assets[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = asset;
            }
        }

        return assets.ToImmutable();
    }

    private static AssetOrArchive? AssetOf(object? input) =>
        input switch
        {
            Input<Archive> archive => Now(archive.ToOutput()),
            Input<AssetOrArchive> either => Now(either.ToOutput()),
            Input<Asset> asset => Now(asset.ToOutput()),
            _ => null,
        };

    /// <summary>The value, if it is there already: what the program reads from its own files is.</summary>
    private static T? Now<T>(Output<T> output)
        where T : AssetOrArchive => OutputUtilities.GetValueAsync(output) is { IsCompletedSuccessfully: true } task ? task.Result : null;
}
