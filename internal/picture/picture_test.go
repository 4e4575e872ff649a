package picture_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"cauviec/internal/picture"
)

var sewing = picture.Card{
	Name: "Cầu Việc", Title: "Công nhân may công nghiệp", Pay: "8,5–11 triệu đồng/tháng", Place: "KCN Quang Châu, Bắc Giang",
	Marks: "Cần 500 người · Ký túc xá · Xe đưa đón · Ăn ca", Promise: "Không thu phí, không đặt cọc, không giữ giấy tờ",
}

func draw(t *testing.T, name string, card picture.Card) *image.RGBA {
	t.Helper()
	drawn, err := picture.Draw(card)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if len(drawn) > 150_000 {
		t.Errorf("%s weighs %d bytes", name, len(drawn))
	}
	if dir := os.Getenv("PICTURE_SHOTS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "picture-"+name+".png"), drawn, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	img, err := png.Decode(bytes.NewReader(drawn))
	if err != nil {
		t.Fatal(err)
	}
	rgba, ok := img.(*image.RGBA)
	if !ok {
		t.Fatalf("%s is a %T", name, img)
	}
	return rgba
}

// dark counts the pixels of a part of the picture that are not its paper.
func dark(img *image.RGBA, area image.Rectangle) (n int) {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if img.RGBAAt(x, y).R < 0x80 {
				n++
			}
		}
	}
	return n
}

func TestPicturesFit(t *testing.T) {
	t.Parallel()
	for name, title := range map[string]string{
		"plain":   sewing.Title,
		"long":    "Kỹ thuật viên vận hành, bảo trì dây chuyền ép nhựa chính xác, kiểm tra chất lượng ngoại quan linh kiện điện tử xuất khẩu, làm ca xoay, ưu tiên có nghề",
		"word":    strings.Repeat("ỹ", 150),
		"endless": strings.Repeat("ỹ", 10_000),
		"other":   "電子 часы 🙂",
		"empty":   "",
	} {
		card := sewing
		card.Title = title
		img := draw(t, name, card)
		if img.Bounds() != image.Rect(0, 0, picture.Width, picture.Height) {
			t.Errorf("%s is %v", name, img.Bounds())
		}
		if n := dark(img, image.Rect(picture.Width-50, 0, picture.Width, picture.Height-90)); n != 0 {
			t.Errorf("%s: %d pixels of letters stand in the margin", name, n)
		}
		if n := dark(img, image.Rect(0, picture.Height-92, picture.Width, picture.Height-87)); n != 0 {
			t.Errorf("%s: %d pixels of letters touch the band", name, n)
		}
	}
}

// TestDrawingsAreTheSame draws one card many times at once: the fonts are
// shared, and the bytes are always the same.
func TestDrawingsAreTheSame(t *testing.T) {
	t.Parallel()
	first, err := picture.Draw(sewing)
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if again, err := picture.Draw(sewing); err != nil || !bytes.Equal(again, first) {
				t.Errorf("two drawings differ (%v)", err)
			}
		})
	}
	all.Wait()
}

// titled is where a title of one letter stands.
var titled = image.Rect(50, 106, 200, 300)

// letter draws a title that is as short as a letter.
func letter(t *testing.T, l string) *image.RGBA {
	t.Helper()
	return draw(t, "letter", picture.Card{Title: l, Promise: "–"})
}

// box is the smallest rectangle around the dark pixels of an area.
func box(img *image.RGBA, area image.Rectangle) (around image.Rectangle) {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if one := image.Rect(x, y, x+1, y+1); dark(img, one) > 0 {
				around = around.Union(one)
			}
		}
	}
	return around
}

// TestMarksStack wants a second mark above the first or below the letter.
func TestMarksStack(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ plain, one, above, below string }{
		{"e", "ê", "ếềểễ", "ệ"}, {"a", "â", "ấầẩẫ", "ậ"}, {"a", "ă", "ắằẳẵ", "ặ"}, {"o", "ô", "ốồổỗ", "ộ"}, {"A", "Â", "ẤẦẨẪ", "Ậ"},
	} {
		plain, one := box(letter(t, c.plain), titled), box(letter(t, c.one), titled)
		if one.Min.Y >= plain.Min.Y || one.Max.Y != plain.Max.Y {
			t.Errorf("%s stands in %v, %s in %v", c.one, one, c.plain, plain)
		}
		for _, l := range c.above {
			if two := box(letter(t, string(l)), titled); two.Min.Y >= one.Min.Y || two.Max.Y != one.Max.Y {
				t.Errorf("%c stands in %v, %s in %v", l, two, c.one, one)
			}
		}
		if two := box(letter(t, c.below), titled); two.Min.Y != one.Min.Y || two.Max.Y <= one.Max.Y {
			t.Errorf("%s stands in %v, %s in %v", c.below, two, c.one, one)
		}
	}
}

// TestLettersAreKerned wants a pair of letters as much closer as the font says
// for their size: thousandths of 76 pixels.
func TestLettersAreKerned(t *testing.T) {
	t.Parallel()
	wide := func(words string) int {
		return box(letter(t, words), image.Rect(50, 106, picture.Width, 300)).Dx()
	}
	none := wide("HH")
	for _, c := range []struct {
		first, second string
		closer        int // pixels
	}{{"A", "V", 6}, {"T", "o", 8}, {"H", "I", 0}} {
		apart := wide("H"+c.first+"H") + wide("H"+c.second+"H") - none
		if closer := apart - wide("H"+c.first+c.second+"H"); closer < c.closer-1 || closer > c.closer+1 {
			t.Errorf("%s%s stand %d pixels closer, want %d", c.first, c.second, closer, c.closer)
		}
	}
}

// TestMarksAreDrawn wants every Vietnamese letter with its mark: each looks
// other than the one without.
func TestMarksAreDrawn(t *testing.T) {
	t.Parallel()
	shape := func(l string) int { return dark(letter(t, l), titled) }
	for plain, marked := range map[string]string{"a": "áàảãạăắằẳẵặâấầẩẫậ", "e": "éèẻẽẹêếềểễệ", "i": "íìỉĩị", "o": "óòỏõọôốồổỗộơớờởỡợ", "u": "úùủũụưứừửữự", "y": "ýỳỷỹỵ", "d": "đ"} {
		least := shape(plain)
		if least == 0 {
			t.Fatalf("%s is not drawn", plain)
		}
		for _, l := range marked {
			if n := shape(string(l)); n < least && plain != "i" || n == least {
				t.Errorf("%c has %d dark pixels, %s has %d", l, n, plain, least)
			}
		}
	}
}
