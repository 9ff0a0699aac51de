using System.Text;
using CsCheck;
using MlopsBatch.Lambda.Notifications.Publishing;

namespace MlopsBatch.Lambda.Notifications.Tests;

/// <summary>What SNS takes as subject and message.</summary>
public sealed class FittingTests
{
    [Theory]
    [InlineData("abalone: training failed", "abalone: training failed")]
    [InlineData("  >> abalone\r\nfailed\t now ", "abalone failed now")]
    [InlineData("Größe: Drift 🦪 in Länge", "Gr?e: Drift ? in L?nge")]
    [InlineData("", "Notification")]
    [InlineData("🦪", "Notification")]
    [InlineData("a -- b", "a -- b")]
    public void A_subject_is_printable_ASCII(string text, string subject) => MailSubject.Fit(text).ShouldBe(subject);

    // The public sample built subjects of any length; SNS refused them, and the error was swallowed.
    [Fact]
    public void A_long_subject_is_cut()
    {
        MailSubject.Fit(new string('a', 99)).ShouldBe(new string('a', 99));
        MailSubject.Fit(new string('a', 100)).ShouldBe(new string('a', 96) + "...");
        MailSubject.Fit(new string('a', 10_000)).Length.ShouldBe(99);
    }

    [Fact]
    public void Any_text_gives_a_subject_that_SNS_takes() =>
        Gen
            .Char.Array[0, 300]
            .Sample(chars =>
            {
                var subject = MailSubject.Fit(new string(chars));
                return subject.Length is > 0 and <= 99
                    && subject.All(c => c is >= ' ' and <= '~')
                    && char.IsAsciiLetterOrDigit(subject[0])
                    && subject == MailSubject.Fit(subject);
            });

    [Fact]
    public void A_message_that_fits_is_left_alone() =>
        MailBody.Fit("Größe 🦪\tline\r\n", 0, "").ShouldBe(new MailBody.Fitted("Größe 🦪\tline\r\n", false));

    [Fact]
    public void What_XML_cant_hold_is_replaced() =>
        MailBody.Clean("a\u0000b\u001bc\ud83ed\udd7ee\uFFFEf").ShouldBe("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("🦪")]
    public void A_message_is_cut_at_the_byte_between_characters(string letter)
    {
        var text = new StringBuilder().Insert(0, letter, 300_000).ToString();
        var fitted = MailBody.Fit(text, usedBytes: 144, "See the log.");
        fitted.WasCut.ShouldBeTrue();
        var bytes = Encoding.UTF8.GetByteCount(fitted.Text);
        bytes.ShouldBeLessThanOrEqualTo(MailBody.MaxBytes - 144);
        bytes.ShouldBeGreaterThan(MailBody.MaxBytes - 144 - 4);
        fitted.Text.ShouldNotContain('\uFFFD');
        fitted.Text.ShouldEndWith("See the log.]\n");
    }

    [Fact]
    public void Any_message_stays_within_the_limit() =>
        Gen.Select(Gen.Char.Array[0, 60].Select(c => new string(c)), Gen.Int[1, 12_000])
            .Sample(
                (text, times) =>
                    Encoding.UTF8.GetByteCount(MailBody.Fit(new StringBuilder().Insert(0, text, times).ToString(), 300, text).Text)
                    <= MailBody.MaxBytes - 300,
                iter: 60
            );
}
