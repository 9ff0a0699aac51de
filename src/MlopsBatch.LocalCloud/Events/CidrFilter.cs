using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace MlopsBatch.LocalCloud.Events;

/// <summary><c>{"cidr": "10.0.0.0/8"}</c>, for IPv4 and IPv6.</summary>
internal static class CidrFilter
{
    public static Func<JsonElement, bool>? Read(JsonElement value, Action<string> fault)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (
            slash < 0
            || !TryAddress(text[..slash], out var network)
            || !int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            || bits > network.Length * 8
        )
        {
            fault($"cidr needs a block such as 10.0.0.0/8 or 2001:db8::/32, got {value.GetRawText()}");
            return null;
        }
        return TextTests.OnString(candidate => TryAddress(candidate, out var address) && SameNetwork(network, address, bits));
    }

    private static bool SameNetwork(byte[] a, byte[] b, int bits)
    {
        if (a.Length != b.Length)
        {
            return false;
        }
        for (var i = 0; i < bits; i++)
        {
            var mask = 0x80 >> (i % 8);
            if ((a[i / 8] & mask) != (b[i / 8] & mask))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Only complete notations: .NET would also take "10" for 0.0.0.10.</summary>
    private static bool TryAddress(string text, out byte[] bytes)
    {
        bytes = [];
        if (
            !IPAddress.TryParse(text, out var address)
            || (address.AddressFamily == AddressFamily.InterNetwork && text.Count(c => c == '.') != 3)
        )
        {
            return false;
        }
        bytes = address.GetAddressBytes();
        return true;
    }
}
