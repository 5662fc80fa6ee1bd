using NetDsl.Testing;

namespace NetDsl.Tests.Documentation;

public class ReferencePageTests
{
    [Fact]
    public void The_page_says_what_the_doc_comments_say() => Snapshot.MatchPage(ReferencePage.Write(), "docs/reference.md");

    [Fact]
    public void Nothing_that_people_write_is_without_a_comment() =>
        Assert.DoesNotMatch(@"### `[^\n]*\n\n\n", ReferencePage.Write());
}
