using System.Security.Cryptography;
using System.Text;

namespace MlopsBatch.LocalCloud;

/// <summary>
/// Makes the ids that AWS would draw at random (versions, executions, jobs, events). They depend on the seed and on
/// what they are for, never on the clock or on the order in which parallel work happens, so a run can be repeated.
/// </summary>
/// <param name="seed">Two sources with one seed give the same ids.</param>
public sealed class IdSource(int seed)
{
    private const string LowerCase = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string MixedCase = LowerCase + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counters = new(StringComparer.Ordinal);

    /// <summary>The next id of a kind, of lower-case letters and digits.</summary>
    /// <param name="kind">What it is for; each kind has its own sequence.</param>
    /// <param name="length">Characters, at most 32.</param>
    public string Next(string kind, int length) =>
        Of(length, kind, Count(kind).ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The next id of a kind in the form of a UUID.</summary>
    public Guid NextGuid(string kind) =>
        new(Hash(kind, Count(kind).ToString(System.Globalization.CultureInfo.InvariantCulture)).AsSpan(0, 16));

    /// <summary>The id that belongs to a purpose: the same parts give the same id each time.</summary>
    public string Of(int length, params string[] parts) => Spell(Hash(parts), LowerCase, length);

    /// <summary>As <see cref="Of"/>, with capitals too, as in the names of jobs.</summary>
    public string MixedCaseOf(int length, params string[] parts) => Spell(Hash(parts), MixedCase, length);

    /// <summary>A seed for a random generator that serves one purpose.</summary>
    public int SeedOf(params string[] parts) => BitConverter.ToInt32(Hash(parts));

    private int Count(string kind)
    {
        lock (_lock)
        {
            return _counters[kind] = _counters.GetValueOrDefault(kind) + 1;
        }
    }

    private byte[] Hash(params string[] parts) => SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{string.Join('\n', parts)}"));

    private static string Spell(byte[] hash, string alphabet, int length) =>
        string.Create(
            length,
            (hash, alphabet),
            static (span, state) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = state.alphabet[state.hash[i] % state.alphabet.Length];
                }
            }
        );
}
