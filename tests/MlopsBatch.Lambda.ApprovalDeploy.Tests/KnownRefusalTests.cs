using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using MlopsBatch.Lambda.ApprovalDeploy.GitLab;
using MlopsBatch.Lambda.ApprovalDeploy.Tests.Support;

namespace MlopsBatch.Lambda.ApprovalDeploy.Tests;

/// <summary>Every text that is known, as a GitLab on a TLS socket answers it: once, with its own mend.</summary>
public sealed class KnownRefusalTests
{
    /// <summary>What follows the fixed beginning, where GitLab names something.</summary>
    private static readonly Dictionary<string, string> Ends = new(StringComparer.Ordinal)
    {
        ["You do not have sufficient permission to run a pipeline on"] =
            " 'main'. Please select a different branch or contact your administrator for assistance. "
            + "<a href=https://docs.gitlab.com/ee/ci/pipelines/>Learn more</a>",
        ["Pipeline will not run for the selected trigger"] = ". The rules configuration prevented any jobs from being added.",
        ["Unknown input arguments"] = ": mlops_model",
    };

    public static TheoryData<string> Texts => [.. KnownRefusal.All.Select(known => known.Text)];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Each_known_text_brings_its_own_mend(string text)
    {
        var known = KnownRefusal.All.Single(one => one.Text == text);
        var body = new JsonObject
        {
            ["message"] = new JsonObject { ["base"] = new JsonArray(text + Ends.GetValueOrDefault(text, ".")) },
        }.ToJsonString();
        await using var function = await ServedFunction.StartAsync(http => ReplyAsync(http, 400, body));

        var told = await function.HandleAsync();

        ((string)told["mend"]!).ShouldBe(known.Mend(function.Options));
        ((string)told["reason"]!).ShouldStartWith($"GitLab answers 400: {text}");
        ((string)told["reason"]!).ShouldNotContain("<a");
        ((int)told["gitLabStatus"]!).ShouldBe(400);
        function.GitLab.Requests.Count.ShouldBe(1);
    }

    /// <summary>Every mend is its own, but for families of texts with one cause, and every text has a source.</summary>
    [Fact]
    public void No_text_hides_another()
    {
        foreach (var known in KnownRefusal.All)
        {
            KnownRefusal.Of(known.Text).ShouldBe(known);
            known.Source.ShouldNotBeNullOrWhiteSpace();
        }
    }

    private static Task ReplyAsync(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body);
    }
}
