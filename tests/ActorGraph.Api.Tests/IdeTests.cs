using ActorGraph.Api.Tests.Running;
using ActorGraph.Testing;
using Microsoft.Playwright;

namespace ActorGraph.Api.Tests;

/// <summary>Banana Cake Pop in front of a server that answers nothing about its schema.</summary>
public sealed class IdeTests
{
    [SkippableFact]
    public async Task Without_introspection_the_IDE_reads_the_schema_as_text_and_runs_a_question()
    {
        Need.Time();
        Need.Chromium();
        Need.Node();
        await using var server = await OwnServer.StartAsync("--no-introspection");
        using var playwright = await Playwright.CreateAsync();
        var chromium = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).First(File.Exists);
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1400, Height = 900 } });
        var schema = new TaskCompletionSource<int>();
        page.Response += (_, response) => { if (response.Url.EndsWith("/graphql/schema.graphql", StringComparison.Ordinal)) schema.TrySetResult(response.Status); };
        await page.GotoAsync(server.GraphQl, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Skip.If(await page.Locator("#ask").CountAsync() > 0, "Needs ide: the build could not take Banana Cake Pop from the npm registry; run 'npm ci' in src/ActorGraph.Api/ide.");
        await page.GetByText("Create Document", new() { Exact = true }).First.ClickAsync();
        Assert.Equal(200, await schema.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Schema available", new() { Timeout = 60_000 });
        await page.GetByText("Run", new() { Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Benghazi", new() { Timeout = 60_000 });
    }
}
