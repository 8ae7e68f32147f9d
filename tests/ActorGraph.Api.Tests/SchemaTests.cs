using ActorGraph.Api.GraphQl;
using ActorGraph.Testing;
using GraphQL;
using GraphQL.Types;

namespace ActorGraph.Api.Tests;

public sealed class SchemaTests
{
    private static readonly ISchema Schema = GraphQlServices.Schema(new QueryType(), new MutationType(), new SubscriptionType());

    [Fact]
    public void The_schema_is_the_approved_text()
    {
        var file = Path.Combine(Repository.Root, "src", "ActorGraph.Api", "GraphQl", "schema.graphql");
        var text = Schema.Print(new() { StringComparison = StringComparison.Ordinal }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("ACTORGRAPH_APPROVE") == "1") File.WriteAllText(file, text);
        Assert.True(File.Exists(file) && File.ReadAllText(file) == text, "The schema changed. When that is meant, run this test with ACTORGRAPH_APPROVE=1 and commit schema.graphql.");
    }

    [Fact]
    public void Everything_in_the_schema_is_described()
    {
        var own = Schema.AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).ToList();
        var bare = own.Where(type => string.IsNullOrEmpty(type.Description) && type is not ScalarGraphType || type is EnumerationGraphType { Description: null }).Select(type => type.Name)
            .Concat(from type in own.OfType<IComplexGraphType>() from field in type.Fields where string.IsNullOrEmpty(field.Description) select $"{type.Name}.{field.Name}")
            .Concat(from type in own.OfType<IComplexGraphType>() from field in type.Fields from argument in field.Arguments ?? [] where string.IsNullOrEmpty(argument.Description) select $"{type.Name}.{field.Name}({argument.Name})")
            .Concat(from type in own.OfType<EnumerationGraphType>() from value in type.Values where string.IsNullOrEmpty(value.Description) select $"{type.Name}.{value.Name}");
        Assert.Empty(bare);
    }
}
