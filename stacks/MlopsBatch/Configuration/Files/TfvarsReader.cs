using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MlopsBatch.Faults;

namespace MlopsBatch.Configuration.Files;

/// <summary>
/// Reads Terraform variable files: <c>name = value</c> with texts, numbers, booleans, lists, objects and comments
/// (https://developer.hashicorp.com/terraform/language/syntax/configuration). Expressions and here-documents are refused.
/// </summary>
/// <remarks>Every value comes from the syntax, never from a search in the text, so one name that is a prefix of another is no
/// danger.</remarks>
internal sealed class TfvarsReader(string text, string file)
{
    private readonly List<Fault> _faults = [];
    private int _at;

    /// <exception cref="FaultException">Lines that can't be read; all of them are listed.</exception>
    public IReadOnlyDictionary<string, JsonNode?> Read()
    {
        var values = new Dictionary<string, JsonNode?>();
        for (SkipBlank(lines: true); _at < text.Length; SkipBlank(lines: true))
        {
            var line = Line();
            var start = _at;
            try
            {
                var name = Word();
                if (name.Length == 0)
                {
                    throw new FormatException("needs 'name = value'");
                }

                SkipBlank(lines: false);
                Expect('=');
                SkipBlank(lines: false);
                values[name] = Value();
            }
            catch (FormatException fault)
            {
                _faults.Add(
                    new(
                        FaultCatalogue.Tfvars,
                        string.Create(CultureInfo.InvariantCulture, $"{file}: line {line}: \"{LineText(start)}\" {fault.Message}")
                    )
                );
                SkipLine();
            }
        }

        return _faults.Count == 0 ? values : throw new FaultException($"{file} can't be taken over:", _faults);
    }

    private JsonNode? Value() =>
        Peek() switch
        {
            '"' => JsonValue.Create(Text()),
            '[' => List(),
            '{' => Object(),
            '\n' or '\0' => throw new FormatException("has no value; fill it in"),
            _ => Bare(),
        };

    private JsonArray List()
    {
        Expect('[');
        var list = new JsonArray();
        for (SkipBlank(lines: true); Peek() != ']'; SkipBlank(lines: true))
        {
            list.Add(Value());
            SkipBlank(lines: true);
            if (Peek() == ',')
            {
                _at++;
            }
            else if (Peek() != ']')
            {
                throw new FormatException("needs ',' or ']' in the list");
            }
        }

        _at++;
        return list;
    }

    private JsonObject Object()
    {
        Expect('{');
        var map = new JsonObject();
        for (SkipBlank(lines: true); Peek() != '}'; SkipBlank(lines: true))
        {
            var key = Peek() == '"' ? Text() : Word();
            if (key.Length == 0)
            {
                throw new FormatException("needs a key or '}' in the object");
            }

            SkipBlank(lines: false);
            if (Peek() is not ('=' or ':'))
            {
                throw new FormatException($"needs '=' after \"{key}\"");
            }

            _at++;
            SkipBlank(lines: false);
            map[key] = Value();
            SkipBlank(lines: false);
            if (Peek() == ',')
            {
                _at++;
            }
        }

        _at++;
        return map;
    }

    private string Text()
    {
        Expect('"');
        var value = new StringBuilder();
        while (Peek() != '"')
        {
            if (Peek() is '\n' or '\0')
            {
                throw new FormatException("has a text without its closing quote");
            }

            if (Peek() == '$' && _at + 1 < text.Length && text[_at + 1] == '{')
            {
                throw new FormatException("has an expression; write the value itself");
            }

            var sign = text[_at++];
            value.Append(
                sign != '\\'
                    ? sign
                    : text[_at++] switch
                    {
                        'n' => '\n',
                        't' => '\t',
                        'r' => '\r',
                        var other => other,
                    }
            );
        }

        _at++;
        return value.ToString();
    }

    private JsonNode? Bare()
    {
        var start = _at;
        while (Peek() is not ('\n' or '\0' or ',' or ']' or '}' or ' ' or '\t' or '\r' or '#'))
        {
            _at++;
        }

        var word = text[start.._at];
        return word switch
        {
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            "null" => null,
            _ when long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(
                whole
            ),
            _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            _ => throw new FormatException($"has \"{word}\", needs a quoted text, a number, true, false, a list or an object"),
        };
    }

    private string Word()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '_' or '-'))
        {
            _at++;
        }

        return text[start.._at];
    }

    private void SkipBlank(bool lines)
    {
        while (_at < text.Length)
        {
            if (text[_at] == '#' || text.AsSpan(_at).StartsWith("//"))
            {
                SkipToLineEnd();
            }
            else if (text.AsSpan(_at).StartsWith("/*"))
            {
                _at = text.IndexOf("*/", _at, StringComparison.Ordinal) is var end and >= 0 ? end + 2 : text.Length;
            }
            else if (text[_at] is ' ' or '\t' or '\r' || (lines && text[_at] == '\n'))
            {
                _at++;
            }
            else
            {
                return;
            }
        }
    }

    private void SkipLine()
    {
        SkipToLineEnd();
        _at = Math.Min(_at + 1, text.Length);
    }

    private void SkipToLineEnd()
    {
        while (_at < text.Length && text[_at] != '\n')
        {
            _at++;
        }
    }

    private char Peek() => _at < text.Length ? text[_at] : '\0';

    private void Expect(char sign)
    {
        if (Peek() != sign)
        {
            throw new FormatException($"needs '{sign}'");
        }

        _at++;
    }

    private int Line() => text.AsSpan(0, _at).Count('\n') + 1;

    private string LineText(int start) => text[start..].Split('\n')[0].Trim();
}
