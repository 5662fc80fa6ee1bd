using NetDsl.Model;

namespace NetDsl.Tests.Authoring;

/// <summary>Tags, and what the vendor takes as one.</summary>
public class TagTests
{
    [Fact]
    public void Elements_have_the_tags_that_were_put_on_them()
    {
        var topology = Scene.Takes(scene =>
        {
            scene.Shop.Tag("env", "live").Tag("empty", "");
            scene.Edge.Tag("tier", "edge");
            var host = scene.Edge.Instance("host").Tag("role", "web");
            host.Interface("second", scene.Edge).Tag("face", "back");
        });

        Assert.Equal(["env=live", "empty="], Tags(topology.Vpcs[0]));
        Assert.Equal(["tier=edge"], Tags(topology.Subnets[0]));
        Assert.Equal(["role=web"], Tags(topology.Instances[0]));
        Assert.Equal(["face=back"], Tags(topology.NetworkInterfaces.Single(each => each.Name == "second")));
        Assert.Empty(Tags(topology.NetworkInterfaces[0]));

        static IEnumerable<string> Tags(ITagged tagged) => tagged.Tags.Select(tag => $"{tag.Key}={tag.Value}");
    }

    [Fact]
    public void A_tag_remembers_where_it_was_written()
    {
        var here = Scene.Here();
        Assert.Equal(new Origin(here.File, here.Line + 1), Scene.Takes(scene => scene.Edge.Tag("a", "b")).Subnets[0].Tags[0].Origin);
    }

    [Fact]
    public void An_empty_key_is_refused() =>
        Scene.Refuses(scene => scene.Edge.Tag("", "x"), ProblemKind.InvalidName, "the key of a tag is empty; it has 1 to 128 characters");

    [Fact]
    public void A_long_key_is_refused() =>
        Scene.Refuses(scene => scene.Edge.Tag(new string('k', 129), "x"), ProblemKind.InvalidName, "the key of a tag has 129 characters; it has at most 128");

    [Fact]
    public void A_long_value_is_refused() =>
        Scene.Refuses(scene => scene.Edge.Tag("k", new string('v', 257)), ProblemKind.InvalidName, "the value of tag 'k' has 257 characters; it has at most 256");

    [Fact]
    public void A_value_is_asked_for() =>
        Scene.Refuses(scene => scene.Edge.Tag("k", null!), ProblemKind.InvalidName, "null is not the value of a tag; write \"\" where the key says it all");

    [Fact]
    public void The_longest_key_and_value_are_taken() =>
        Scene.Takes(scene => scene.Edge.Tag(new string('k', 128), new string('v', 256)));

    [Theory]
    [InlineData("aws:name")]
    [InlineData("AWS:name")]
    public void Keys_of_the_vendor_are_refused(string key) =>
        Scene.Refuses(scene => scene.Shop.Tag(key, "x"), ProblemKind.InvalidName, $"'{key}' cannot be the key of a tag: the vendor keeps keys that start with 'aws:' for its own; write it without");

    [Fact]
    public void An_element_has_one_value_for_a_key() =>
        Scene.Refuses(scene => scene.Edge.Tag("a", "b").Tag("a", "c"), ProblemKind.DuplicateName, "subnet 'edge' has a tag 'a' already; an element has one value for a key, leave one out", other: _ => Scene.Here());

    [Fact]
    public void An_element_has_fifty_tags() =>
        Scene.Refuses(scene => Enumerable.Range(0, 51).ToList().ForEach(number => scene.Edge.Tag($"k{number}", "")), ProblemKind.QuotaExceeded, "subnet 'edge' has 50 tags already, as many as the vendor takes; leave one out");
}
