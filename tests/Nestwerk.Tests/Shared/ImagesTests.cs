using System.Text;
using Nestwerk.Shared.Settings;

namespace Nestwerk.Tests.Shared;

public sealed class ImagesTests
{
    const string Secret = "Anneleen, Ninove 50.83 N";

    [Fact]
    public void A_png_keeps_its_points_and_loses_its_words() => Loses(Pictures.Png("Comment", Secret), "image/png");

    [Fact]
    public void A_jpeg_keeps_its_frame_and_loses_camera_place_and_comments() => Loses(Pictures.Jpeg(Secret), "image/jpeg");

    [Fact]
    public void What_is_cleaned_once_stays_as_it_is()
    {
        foreach (var raw in new[] { Pictures.Png("a", "b"), Pictures.Jpeg("b") })
        {
            var once = Nestwerk.Shared.Settings.Images.Clean(raw)!;
            Assert.Equal(once.Content, Nestwerk.Shared.Settings.Images.Clean(once.Content)!.Content);
        }
    }

    [Fact]
    public void A_picture_cut_short_anywhere_is_refused_and_never_breaks_the_reader()
    {
        foreach (var whole in new[] { Pictures.Png("a", "b"), Pictures.Jpeg("b") })
        {
            var clean = Nestwerk.Shared.Settings.Images.Clean(whole)!.Content;
            for (var length = 0; length < clean.Length; length++)
                Assert.Null(Nestwerk.Shared.Settings.Images.Clean(clean.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Random_damage_never_breaks_the_reader()
    {
        var random = new Random(7);
        foreach (var whole in new[] { Pictures.Png("a", "b"), Pictures.Jpeg("b") })
            for (var round = 0; round < 2000; round++)
            {
                var bad = whole.ToArray();
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
                var clean = Nestwerk.Shared.Settings.Images.Clean(bad);
                Assert.True(clean is null || clean.Content.Length <= bad.Length);
            }
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(4001u)]
    [InlineData(uint.MaxValue)]
    public void A_picture_without_size_or_far_too_wide_is_refused(uint width) =>
        Assert.Null(Nestwerk.Shared.Settings.Images.Clean(Pictures.Png("a", "b", width)));

    [Fact]
    public void Anything_else_is_no_picture()
    {
        byte[][] others = ["GIF89a"u8.ToArray(), "<svg/>"u8.ToArray(), "%PDF-1.7"u8.ToArray(), [], [0xFF, 0xD8]];

        Assert.All(others, raw => Assert.Null(Nestwerk.Shared.Settings.Images.Clean(raw)));
        Assert.Null(Nestwerk.Shared.Settings.Images.Clean(new byte[Nestwerk.Shared.Settings.Images.MostBytes + 1]));
    }

    static void Loses(byte[] raw, string type)
    {
        var clean = Nestwerk.Shared.Settings.Images.Clean(raw);

        Assert.Equal(type, clean?.Type);
        Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(clean!.Content), StringComparison.Ordinal);
    }
}
