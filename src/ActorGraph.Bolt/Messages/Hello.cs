using System.Reflection;
using System.Runtime.InteropServices;
using ActorGraph.Bolt.Client;
using ActorGraph.Bolt.PackStream;

namespace ActorGraph.Bolt.Messages;

/// <summary>The first message: who calls, and what of notifications it wants to hear.</summary>
internal sealed record Hello(IReadOnlyDictionary<string, object?> Details) : Request(0x01)
{
    private static readonly string Product = "ActorGraph/" + (typeof(Hello).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "1.0.0");

    protected override int Fields => 1;

    /// <summary>Before 5.1 the credentials are part of this message; from 5.2 on it says which notifications are wanted.</summary>
    /// <param name="routing">The context of routing; null where one server is asked.</param>
    public static Hello For(BoltVersion version, IReadOnlyDictionary<string, object?> credentials, IReadOnlyDictionary<string, object?>? routing, DriverConfig config)
    {
        var details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["user_agent"] = config.UserAgent ?? Product };
        if (routing is not null) details["routing"] = routing;
        if (version.Minor == 0)
        {
            foreach (var (key, value) in credentials) details[key] = value;
        }

        if (version.Minor >= 2)
        {
            if (config.NotificationsMinimumSeverity is { } severity) details["notifications_minimum_severity"] = severity.ToString().ToUpperInvariant();
            if (config.NotificationsDisabledCategories.Count > 0) details[version.Minor >= 5 ? "notifications_disabled_classifications" : "notifications_disabled_categories"] = config.NotificationsDisabledCategories;
        }

        if (version.Minor >= 3)
        {
            details["bolt_agent"] = new Dictionary<string, object?>
            {
                ["product"] = Product, ["platform"] = RuntimeInformation.OSDescription, ["language"] = RuntimeInformation.FrameworkDescription,
            };
        }

        return new Hello(details);
    }

    protected override void WriteFields(PackStreamWriter writer) => writer.WriteMap(Details);
}

/// <summary>What both sides agreed on in the handshake.</summary>
internal readonly record struct BoltVersion(int Major, int Minor)
{
    public override string ToString() => $"{Major}.{Minor}";
}
