using System.Runtime.CompilerServices;
using System.Text;

namespace MlopsBatch.Pipelines.Definition.Values;

/// <summary>Takes an interpolated string apart into literals and values, for <see cref="Text.Of"/>.</summary>
[InterpolatedStringHandler]
public readonly ref struct TextParts
{
    private readonly StringBuilder _literal = new();
    private readonly List<Value> _values = [];

    public TextParts(int literalLength, int formattedCount) { }

    public void AppendLiteral(string text) => _literal.Append(text);

    public void AppendFormatted(string text) => _literal.Append(text);

    public void AppendFormatted(Value value)
    {
        switch (value)
        {
            case Literal<string> literal:
                _literal.Append(literal);
                break;
            case Join join:
                foreach (var part in join.Parts)
                {
                    AppendFormatted(part);
                }

                break;
            default:
                Flush();
                _values.Add(value);
                break;
        }
    }

    internal Value<string> ToValue()
    {
        if (_values.Count == 0)
        {
            return _literal.ToString();
        }

        Flush();
        return new Join(_values);
    }

    private void Flush()
    {
        if (_literal.Length == 0)
        {
            return;
        }

        _values.Add((Value<string>)_literal.ToString());
        _literal.Clear();
    }
}
