using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using MlopsBatch.Events.Functions;
using MlopsBatch.Lambda.Notifications.Mails;
using MlopsBatch.Lambda.Notifications.Publishing;
using MlopsBatch.Lambda.Notifications.Tests.Support;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>Whatever comes: a mail that SNS takes, or a log line that says why there is none. Never silence, never a crash.</summary>
public sealed class AnyEventTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String,
        Gen.Char.Array[0, 40].Select(chars => new string(chars)),
        Gen.Const("🦪🐚 \U0001F9EA"),
        Gen.Const("\u0000\u0007\u001b[31m\r\n"),
        Gen.Const(new string('x', 10_000)),
        Gen.Const(""),
        Gen.Const("Failed"),
        Gen.Const("arn:aws:sagemaker:eu-west-1:111122223333:pipeline/a/execution/b")
    );

    private static readonly Gen<JsonNode?> Value = Gen.Recursive<JsonNode?>(
        (depth, inner) =>
            depth > 4
                ? Gen.Const((JsonNode?)null)
                : Gen.OneOf(
                    Gen.Const((JsonNode?)null),
                    Gen.Bool.Select(b => (JsonNode?)b),
                    Gen.Double[-1e300, 1e300].Select(d => (JsonNode?)d),
                    Gen.Int.Select(i => (JsonNode?)i),
                    Text.Select(t => (JsonNode?)t),
                    inner.Array[0, 4].Select(items => (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())])),
                    Gen.Select(Text, inner)
                        .Array[0, 4]
                        .Select(members =>
                            (JsonNode?)
                                new JsonObject(
                                    members
                                        .DistinctBy(m => m.Item1)
                                        .Select(m => new KeyValuePair<string, JsonNode?>(m.Item1, m.Item2?.DeepClone()))
                                )
                        )
                )
    );

    [Fact]
    public void Any_bytes_reach_the_operators() =>
        Gen
            .Byte.Array[0, 400]
            .Sample(bytes =>
            {
                var mail = Sent(bytes).ShouldHaveSingleItem();
                return mail.Topic == MailTopic.Operations && mail.Kind == MailKinds.Unknown && IsSendable(mail);
            });

    [Fact]
    public void Any_JSON_reaches_the_operators() =>
        Value.Sample(
            value =>
            {
                var mail = Sent(Bytes(value)).ShouldHaveSingleItem();
                return mail.Topic == MailTopic.Operations && mail.Kind == MailKinds.Unknown && IsSendable(mail);
            },
            print: value => value?.ToJsonString() ?? "null"
        );

    [Fact]
    public void A_known_event_with_anything_wrong_in_it_is_never_lost() =>
        Gen.Select(Gen.Int[0, Table.Rows.Count - 1], Gen.Int[0, 1000], Value)
            .Sample(
                (row, place, value) =>
                {
                    var e = Broken(Table.Rows[row].Event, place, value);
                    var rig = Handled(Table.Rows[row], Bytes(e));
                    return rig.Mails.Count > 0 ? rig.Mails.All(IsSendable) : rig.Outcome == "ignored";
                },
                iter: 2000,
                print: t => $"{Table.Rows[t.Item1].When}, place {t.Item2}: {t.Item3?.ToJsonString()}"
            );

    [Fact]
    public void A_known_event_without_any_one_field_is_never_lost()
    {
        foreach (var row in Table.Rows)
        {
            for (var place = 0; place < Places(row.Event).Count(); place++)
            {
                var e = row.Event.DeepClone();
                var (parent, name) = Places(e).ElementAt(place);
                parent.Remove(name);
                var rig = Handled(row, Bytes(e));
                (rig.Mails.Count > 0 ? rig.Mails.All(IsSendable) : rig.Outcome == "ignored").ShouldBeTrue($"{row.When} without {name}");
            }
        }
    }

    // JSON may hold half a surrogate pair as an escape; .NET refuses to make a string of it.
    [Fact]
    public void Half_a_character_in_any_one_field_is_never_lost()
    {
        foreach (var row in Table.Rows)
        {
            for (var place = 0; place < Places(row.Event).Count(); place++)
            {
                var e = Broken(row.Event, place, "HALF");
                var rig = Handled(row, Encoding.UTF8.GetBytes(e.ToJsonString().Replace("HALF", "\\ud83e", StringComparison.Ordinal)));
                (rig.Mails.Count > 0 ? rig.Mails.All(IsSendable) : rig.Outcome == "ignored").ShouldBeTrue($"{row.When}, place {place}");
            }
        }
    }

    [Theory]
    [InlineData(65)]
    [InlineData(5000)]
    public void Deep_nesting_reaches_the_operators(int depth)
    {
        var mail = Sent(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth)))
            .ShouldHaveSingleItem();
        mail.Kind.ShouldBe(MailKinds.Unknown);
        IsSendable(mail).ShouldBeTrue();
    }

    [Fact]
    public void A_huge_event_reaches_the_operators_cut_and_the_log_whole()
    {
        var text = $"{{\"source\":\"x\",\"huge\":\"{new string('é', 900_000)}\"}}";
        var rig = Handled(null, Encoding.UTF8.GetBytes(text));
        var body = MailBody.Fit(rig.Mails.ShouldHaveSingleItem().Body, 200, "All of it is in log group g, request id r.");
        body.WasCut.ShouldBeTrue();
        body.Text.ShouldEndWith("All of it is in log group g, request id r.]\n");
        string.Concat(rig.Log.Select(line => (string?)line["rawEvent"])).ShouldBe(text);
    }

    private static JsonNode Broken(JsonNode template, int place, JsonNode? value)
    {
        var e = template.DeepClone();
        var places = Places(e).ToArray();
        var (parent, name) = places[place % places.Length];
        parent[name] = value?.DeepClone();
        return e;
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.ToArray().SelectMany(member => Places(member.Value).Prepend((members, member.Key))),
            JsonArray items => items.ToArray().SelectMany(Places),
            _ => [],
        };

    private static bool IsSendable(Mail mail)
    {
        var subject = MailSubject.Fit(mail.Subject);
        var body = MailBody.Fit(mail.Body, 500, "pointer");
        return subject.Length is > 0 and <= MailSubject.MaxLength
            && char.IsAsciiLetterOrDigit(subject[0])
            && body.Text.Length > 0
            && Encoding.UTF8.GetByteCount(body.Text) <= MailBody.MaxBytes - 500;
    }

    private static IReadOnlyList<Mail> Sent(byte[] bytes) => Handled(null, bytes).Mails;

    private static Rig Handled(TableRow? row, byte[] bytes)
    {
        var rig = row is null
            ? new Rig()
            : new Rig
            {
                Settings = row.Settings,
                Registry = row.Registry,
                Executions = row.Executions,
                Objects = row.Objects,
            };
        rig.SendAsync(bytes).GetAwaiter().GetResult();
        return rig;
    }

    private static byte[] Bytes(JsonNode? value) => Encoding.UTF8.GetBytes(value?.ToJsonString() ?? "null");
}
