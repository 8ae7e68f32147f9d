using ActorGraph.Api.Tests.Running;
using ActorGraph.Testing;
using Microsoft.Playwright;

namespace ActorGraph.Api.Tests;

/// <summary>A person with a browser asks how Kalin and Haftar are connected.</summary>
[Collection("Server")]
public sealed class BrowserTests(RunningServer server) : IAsyncLifetime
{
    private readonly List<string> asked = [];
    private readonly List<string> problems = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    [SkippableFact]
    public async Task The_small_page_tells_the_path_with_its_quotes_at_one_click()
    {
        var page = await OpenAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("article").First).ToContainTextAsync("Benghazi");
        Assert.Contains("“", await page.Locator("article blockquote").First.InnerTextAsync());
        await page.Locator("article button").First.ClickAsync();
        await Assertions.Expect(page.Locator("#answer")).Not.ToContainTextAsync("2 documents, 1 origin, " + await page.Locator("#without").InputValueAsync());
        await PictureAsync(page, "small-page");
        Assert.Empty(problems);
    }

    [SkippableFact]
    public async Task The_small_page_runs_GraphQL_and_shows_faults_as_text()
    {
        var page = await OpenAsync("/");
        await page.GetByText("Ask in GraphQL").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();
        await Assertions.Expect(page.Locator("#result")).ToContainTextAsync("\"relation\": \"MET\"");
        await page.Locator("#from").FillAsync("<b>Nobody</b>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".problem")).ToContainTextAsync("<b>Nobody</b>");
    }

    [SkippableFact]
    public async Task Banana_Cake_Pop_answers_at_two_clicks_and_asks_nobody_else()
    {
        Need.Node();
        var page = await OpenAsync("/graphql");
        Skip.If(await page.Locator("#ask").CountAsync() > 0, "Needs ide: the build could not take Banana Cake Pop from the npm registry; run 'npm ci' in src/ActorGraph.Api/ide.");
        await page.GetByText("Create Document", new() { Exact = true }).First.ClickAsync();
        await page.GetByText("Run", new() { Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Benghazi", new() { Timeout = 20_000 });
        await PictureAsync(page, "banana-cake-pop");
        Assert.All(asked, url => Assert.True(url.StartsWith(server.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal) || !url.StartsWith("http", StringComparison.Ordinal), url));
    }

    private async Task<IPage> OpenAsync(string path)
    {
        Need.Chromium();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable(), Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1400, Height = 900 } });
        page.Request += (_, request) => asked.Add(request.Url);
        page.PageError += (_, error) => problems.Add(error);
        page.Console += (_, message) => { if (message.Type == "error") problems.Add(message.Text); };
        await page.GotoAsync(new Uri(server.Address, path).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        return page;
    }

    private static string Executable() => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).First(File.Exists);

    /// <summary>Keeps a picture for a person to look at, where ACTORGRAPH_PICTURES names a folder.</summary>
    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("ACTORGRAPH_PICTURES") is { Length: > 0 } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }
}
