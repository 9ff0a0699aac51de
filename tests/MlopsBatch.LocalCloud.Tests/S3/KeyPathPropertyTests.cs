using CsCheck;
using MlopsBatch.LocalCloud.S3;

namespace MlopsBatch.LocalCloud.Tests.S3;

public class KeyPathPropertyTests
{
    private static readonly Gen<string> Key = Gen.Frequency((3, Gen.Char["ab./%-+ :\\"]), (1, Gen.Char['\u0001', '\u02FF']))
        .Array[1, 300]
        .Select(chars => new string(chars));

    [Fact]
    public void No_key_leads_out_of_its_folder() =>
        Key.Sample(key =>
        {
            var root = Path.GetFullPath("/root/bucket");
            var path = Path.GetFullPath(Path.Combine(root, KeyPath.FromKey(key)));
            return path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        });

    [Fact]
    public void Different_keys_have_different_paths() =>
        Gen.Select(Key, Gen.Int[0, 299], Gen.Char["ab./%-+ :"])
            .Sample(
                (key, at, replacement) =>
                {
                    var chars = key.ToCharArray();
                    chars[at % chars.Length] = replacement;
                    var other = new string(chars);
                    return KeyPath.FromKey(key) == KeyPath.FromKey(other) == (key == other);
                }
            );

    [Fact]
    public void Every_segment_fits_a_file_system() =>
        Key.Sample(key =>
            KeyPath
                .FromKey(key)
                .Split(Path.DirectorySeparatorChar)
                .All(segment => segment is not ("" or "." or "..") && System.Text.Encoding.UTF8.GetByteCount(segment) <= 255)
        );

    [Fact]
    public void A_segment_name_that_says_here_is_an_object_is_never_a_keys_own() =>
        Key.Sample(key => !KeyPath.FromKey(key).Split(Path.DirectorySeparatorChar).Contains(KeyPath.SelfName));
}
