namespace MlopsBatch.Rehearsal.Tests;

public sealed class WorkFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void What_a_killed_rehearsal_left_is_gone()
    {
        var options = TestOptions.In(_folder);
        WorkFolder.Open(options with { Keep = true }).Dispose();
        var left = Directory.CreateDirectory(Path.Combine(options.Output.FullName, "cloud", "s3")).FullName;
        using var work = WorkFolder.Open(options);
        Directory.Exists(left).ShouldBeFalse();
        Directory.Exists(work.Path).ShouldBeTrue();
    }

    [Fact]
    public void A_folder_of_the_users_own_is_never_removed()
    {
        var options = TestOptions.In(_folder);
        var own = Directory.CreateDirectory(Path.Combine(options.Output.FullName, "cloud")).FullName;
        File.WriteAllText(Path.Combine(own, "notes.txt"), "mine");
        Should
            .Throw<RehearsalException>(() => WorkFolder.Open(options))
            .Message.ShouldBe($"{own} holds files that no rehearsal made: move them, or choose another folder with --out.");
        File.ReadAllText(Path.Combine(own, "notes.txt")).ShouldBe("mine");
        Directory.EnumerateFiles(options.Output.FullName).ShouldBeEmpty("the lock goes with the refusal");
    }

    [Fact]
    public void Two_rehearsals_never_share_a_folder()
    {
        var options = TestOptions.In(_folder);
        using (WorkFolder.Open(options))
        {
            Should
                .Throw<RehearsalException>(() => WorkFolder.Open(options))
                .Message.ShouldBe(
                    $"Another rehearsal is at work in {options.Output.FullName}: wait for it, or choose another folder with --out."
                );
        }

        WorkFolder.Open(options).Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Objects_stay_only_if_asked_for(bool keep)
    {
        var options = TestOptions.In(_folder) with { Keep = keep };
        var work = WorkFolder.Open(options);
        File.WriteAllText(Path.Combine(work.Path, "object"), "");
        work.Dispose();
        Directory.Exists(work.Path).ShouldBe(keep);
        Directory.EnumerateFiles(options.Output.FullName).ShouldBeEmpty("the lock goes with the rehearsal");
    }

    [Fact]
    public void An_output_folder_that_is_a_file_is_named_with_the_mend()
    {
        var file = _folder.File("taken", "");
        var options = TestOptions.In(_folder) with { Output = new(file) };
        var message = Should.Throw<RehearsalException>(() => WorkFolder.Open(options)).Message;
        message.ShouldStartWith($"The output folder {file} can't be written");
        message.ShouldEndWith("choose another with --out.");
    }

    public void Dispose() => _folder.Dispose();
}
